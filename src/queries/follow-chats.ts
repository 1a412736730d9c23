import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ChatSummary } from '~/domain/chat'
import type { DialogId } from '~/domain/ids'
import { mayPass } from '~/domain/portal/may-pass'
import { slower } from '~/domain/portal/poll-pace'
import { isPortalError, type PortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '~/rest/client/client'
import { loadRecentChats, type ChatListPage } from '~/rest/methods/chats'
import { chatCardKey, recentChatsQuery, type ChatListData } from './chats.ts'

export const FIRST_INTERVAL_MS = 10_000

/** How the last look at the list of chats ended. */
export interface ChatListPoll {
  /** Until the next one, ms. */
  readonly interval: number
  /** Why it failed, if it did. */
  readonly error: PortalError | null
}

const FIRST_POLL: ChatListPoll = { interval: FIRST_INTERVAL_MS, error: null }

/** Less often the longer nothing changes or nothing answers; often again once something has changed. */
export const afterPoll = ({ interval }: ChatListPoll, outcome: 'changed' | 'same' | PortalError): ChatListPoll => ({
  interval: outcome === 'changed' ? FIRST_INTERVAL_MS : slower(interval),
  error: isPortalError(outcome) ? outcome : null,
})

/** When to look again by itself, ms; never once access has ended. */
export const nextPollIn = ({ interval, error }: ChatListPoll): number | false => (error && !mayPass(error) ? false : interval)

/** As many chats as are listed, in as few requests as the portal allows. */
async function reloadChats(client: RestClient, listed: number, signal: AbortSignal): Promise<ChatListData> {
  const pages: ChatListPage[] = []
  const pageParams: number[] = []
  for (let offset: number | null = 0; offset !== null && (offset === 0 || offset < listed);) {
    const page: ChatListPage = await loadRecentChats(client, offset, { signal, priority: 'background' }, listed - offset)
    pages.push(page)
    pageParams.push(offset)
    offset = page.next
  }
  return { pages, pageParams }
}

const chatsOf = (data: ChatListData): Map<DialogId, ChatSummary> =>
  new Map(data.pages.flatMap(({ chats }) => chats.map((chat) => [chat.dialogId, chat] as const)))

/** What a chat's card says has changed with its last message. */
function outdateCards(queryClient: QueryClient, client: RestClient, before: ChatListData, after: ChatListData): void {
  const known = chatsOf(before)
  for (const [dialogId, { lastAt, title }] of chatsOf(after)) {
    const old = known.get(dialogId)
    if (old && (old.lastAt !== lastAt || old.title !== title))
      void queryClient.invalidateQueries({ queryKey: chatCardKey(client, dialogId), exact: true })
  }
}

/**
 * Looks at the list of chats again while something shows it: at once when the reader or the network comes back, and then less
 * and less often. What it finds goes into the list; a failure is this query's data, so that the list stays.
 */
export const chatListPollQuery = (client: RestClient) => {
  const queryKey = [client.portal, 'recent-poll']
  const whileItHelps = ({ state }: { readonly state: { readonly data: ChatListPoll | undefined } }) =>
    state.data && nextPollIn(state.data) === false ? false : 'always'
  return queryOptions<ChatListPoll>({
    queryKey,
    initialData: FIRST_POLL,
    // So that a list that has been hidden for longer is looked at as soon as it shows.
    staleTime: FIRST_INTERVAL_MS,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data ? nextPollIn(state.data) : false),
    refetchOnWindowFocus: whileItHelps,
    refetchOnReconnect: whileItHelps,
    queryFn: async ({ signal, client: queryClient }) => {
      const before = queryClient.getQueryData<ChatListPoll>(queryKey) ?? FIRST_POLL
      const list = recentChatsQuery(client).queryKey
      const listed = queryClient.getQueryData<ChatListData>([...list])
      if (!listed) return before
      const count = listed.pages.reduce((sum, { chats }) => sum + chats.length, 0)
      try {
        const fresh = await reloadChats(client, count, signal)
        // A page that is being fetched would bring back what the list was when it began.
        if (queryClient.isFetching({ queryKey: list }) > 0) return FIRST_POLL
        const shown = queryClient.setQueryData<ChatListData>([...list], fresh)
        outdateCards(queryClient, client, listed, fresh)
        return afterPoll(before, shown === listed ? 'same' : 'changed')
      } catch (error) {
        if (!isPortalError(error)) throw error
        return afterPoll(before, error)
      }
    },
  })
}
