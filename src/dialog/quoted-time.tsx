import type { ReactNode } from 'react'
import type { MarkupEnvironment } from '~/bbcode/view/MarkupContext'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'

type Args = Parameters<MarkupEnvironment['quotedTime']>

export interface QuotedTimeProps {
  readonly place: Args[0]
  readonly written: string
}

const part = new DeferredModule(() => import('./QuotedTime.tsx'))

/**
 * The time at the head of a quote whose message is known. What the quote itself says of it is the clock of whoever quoted: nothing is
 * said until the message's own time is there.
 */
export const quotedTime = (...[place, written]: Args): ReactNode => (
  <Deferred part={part}>{({ QuotedTime }) => <QuotedTime place={place} written={written} />}</Deferred>
)
