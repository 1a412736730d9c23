import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import type { ChatCard, ChatSummary } from '~/domain/chat'
import type { DialogId, UserId } from '~/domain/ids'
import { isPrivateDialog } from '~/domain/kind-of-dialog'
import type { User } from '~/domain/people/user'
import { mayPass } from '~/domain/portal/may-pass'
import { isPortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '~/rest/client/client'
import {
  LEAST_FOR_CHATS,
  LEAST_FOR_PEOPLE,
  loadChatCard,
  loadRecentChats,
  searchChats,
  searchChatsAndPeople,
  UNWRITTEN_CARD,
  type ChatListPage,
} from '~/rest/methods/chats'
import { loadUser } from '~/rest/methods/users'

/** What failed and may pass is asked for again by itself, when the reader comes back or the network does, ms otherwise. */
const AGAIN_MS = 30_000

/** How long it is remembered what was found, and that there is a chat or none, ms. */
const REMEMBERED_MS = 60_000

interface Settled {
  readonly state: { readonly status: 'pending' | 'error' | 'success'; readonly error: unknown }
}

const whereFailed = ({ state }: Settled): boolean => state.status === 'error' && mayPass(state.error)

export type ChatListData = InfiniteData<ChatListPage, number>

/** Pages may overlap when activity moves a chat: its first position counts. */
const selectChats = (data: ChatListData): ChatSummary[] =>
  [
    ...new Map(
      data.pages
        .flatMap((page) => page.chats)
        .toReversed()
        .map((chat) => [chat.dialogId, chat]),
    ).values(),
  ].reverse()

/** Recent chats, page by page. Kept up to date by `follow-chats.ts`. */
export const recentChatsQuery = (client: RestClient) =>
  infiniteQueryOptions({
    queryKey: [client.portal, 'recent'],
    queryFn: ({ pageParam, signal }) => loadRecentChats(client, pageParam, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page: ChatListPage) => page.next,
    select: selectChats,
    staleTime: 'static',
  })

/** What the list of chats says of one, where it has been read; it is not read for this. */
export const listedChatQuery = (client: RestClient, dialogId: DialogId) => ({
  ...recentChatsQuery(client),
  enabled: false,
  select: (data: ChatListData) => selectChats(data).find((chat) => chat.dialogId === dialogId),
})

export const chatSearchQuery = (client: RestClient, find: string) =>
  queryOptions({
    queryKey: [client.portal, 'chat-search', find],
    queryFn: ({ signal }) => searchChats(client, find, { signal }),
    enabled: [...find].length >= 2,
    refetchOnReconnect: whereFailed,
  })

/** How much of the portal is looked through for a text: below so many characters it looks for nothing, or for no people. */
export const searchedFor = (find: string): 'nothing' | 'chats' | 'chatsAndPeople' => {
  const { length } = [...find]
  return length < LEAST_FOR_CHATS ? 'nothing' : length < LEAST_FOR_PEOPLE ? 'chats' : 'chatsAndPeople'
}

/** Chats and people that the portal finds. */
export const chatsAndPeopleQuery = (client: RestClient, find: string) =>
  queryOptions({
    queryKey: [client.portal, 'chats-and-people', find],
    queryFn: () => searchChatsAndPeople(client, find),
    enabled: searchedFor(find) !== 'nothing',
    staleTime: REMEMBERED_MS,
    refetchOnReconnect: whereFailed,
  })

/** Begins with the dialog's id: the card of a dialog. */
export const chatCardKey = (client: RestClient, dialogId: DialogId) => [client.portal, 'chat', dialogId] as const

/** Refusals are an answer: the portal does not show this person to the reader, or knows nobody by this id. */
const loadUserIfShown = (client: RestClient, id: UserId): Promise<User | null> =>
  loadUser(client, id).catch((error: unknown) => {
    if (isPortalError(error) && (error.code === 'access' || error.code === 'rejected')) return null
    throw error
  })

/**
 * The other person's name is the title. Where nobody has written yet the portal refuses the card of a dialog that is there
 * (`docs/bitrix24/rest.md` §6); any other failure of either request fails both, for half of them would be kept as the truth.
 */
async function loadPrivateCard(client: RestClient, dialogId: DialogId): Promise<ChatCard> {
  const [answer, person] = await Promise.all([
    loadChatCard(client, dialogId).catch((error: unknown) => {
      if (isPortalError(error) && error.detail === 'ACCESS_ERROR') return error
      throw error
    }),
    loadUserIfShown(client, Number(dialogId) as UserId),
  ])
  if (isPortalError(answer) && !person) throw answer
  const card = isPortalError(answer) ? UNWRITTEN_CARD : answer
  return { ...card, title: person?.name || card.title, color: person?.color ?? card.color, avatarUrl: person?.avatarUrl ?? card.avatarUrl }
}

/** The card of a dialog; for a private one, the other person's name is the title. Asked for again after a failure, and when it may have changed. */
export const chatCardQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions({
    queryKey: chatCardKey(client, dialogId),
    queryFn: () => (isPrivateDialog(dialogId) ? loadPrivateCard(client, dialogId) : loadChatCard(client, dialogId)),
    refetchOnMount: true,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    refetchInterval: (query) => (whereFailed(query) ? AGAIN_MS : false),
  })

/**
 * Whether there is a private chat: one begins with its first message, and until then the portal refuses it as if it were
 * forbidden. @throws {PortalError} where that cannot be told
 */
export async function hasPrivateChat(queryClient: QueryClient, client: RestClient, dialogId: DialogId): Promise<boolean> {
  const listed = queryClient.getQueryData<ChatListData>(recentChatsQuery(client).queryKey)
  if (listed?.pages.some(({ chats }) => chats.some((chat) => chat.dialogId === dialogId))) return true
  try {
    const card = await queryClient.fetchQuery({ ...chatCardQuery(client, dialogId), staleTime: REMEMBERED_MS })
    return card.chatId !== null
  } catch (error) {
    if (isPortalError(error) && (error.code === 'access' || error.code === 'rejected')) return false
    throw error
  }
}
