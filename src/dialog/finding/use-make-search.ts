import { useQueryClient } from '@tanstack/react-query'
import type { MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { askOf } from '~/domain/search/ask'
import { matches } from '~/domain/search/matches'
import type { Condition } from '~/domain/search/query'
import { dayAt } from '~/lib/time/clock'
import { MessageSearch, type Brought, type Wanted } from '~/queries/MessageSearch'
import { ownIdQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import { useLanguage, useText } from '~/ui/i18n'
import { useDialog } from '../state/DialogContext.ts'
import { useFindUser } from '../use-find-user.ts'
import { findableOf, type FindableMessage, type FindingContext } from './findable.ts'

const DAY_MS = 86_400_000
/** How far clocks are from UTC at most, ms: which days messages belong to is decided here, on the reader's. */
const FARTHEST_MS = 14 * 3_600_000

/** What is kept of a message that is found. */
export type Keep<Hit> = (found: FindableMessage, brought: Brought) => Hit

/** What of each message is a hit of a query. */
export function hitFinder<Hit>(conditions: readonly Condition[], context: FindingContext, keep: Keep<Hit>): Wanted<Hit>['hitOf'] {
  return (message, brought) => {
    const findable = findableOf(message, brought, context)
    return findable && matches(conditions, findable) ? keep(findable, brought) : null
  }
}

/** Makes searches of the present dialog. */
export function useMakeSearch(): <Hit extends { readonly id: MessageId }>(
  conditions: readonly Condition[],
  keep: Keep<Hit>,
) => MessageSearch<Hit> {
  const queryClient = useQueryClient()
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const findUser = useFindUser()
  const t = useText()
  const language = useLanguage()
  const clock = useClock()
  return (conditions, keep) => {
    const { phrase, spare, since, until } = askOf(conditions)
    const ownId = ownIdQuery(client)
    const asksForOwn = conditions.some(
      (condition) => condition.kind === 'is' && (condition.what === 'mine' || condition.what === 'mention'),
    )
    const dayOf = ({ sentAt, utcOffset }: TextMessage) => (sentAt === null ? null : dayAt(sentAt, clock.offsetAt(sentAt, utcOffset)))
    return new MessageSearch(
      { queryClient, client, dialogId },
      {
        phrase,
        spare,
        days: { since, until },
        since: since === null ? null : Date.parse(`${since}T00:00:00Z`) - FARTHEST_MS,
        until: until === null ? null : Date.parse(`${until}T00:00:00Z`) + DAY_MS + FARTHEST_MS,
        ...(asksForOwn && { prepare: () => queryClient.ensureQueryData(ownId) }),
        hitOf: hitFinder(
          conditions,
          { words: { findUser, t, language, clock }, dayOf, ownId: () => queryClient.getQueryData(ownId.queryKey) ?? null },
          keep,
        ),
      },
    )
  }
}
