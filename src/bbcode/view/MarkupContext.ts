import type { ReactNode } from 'react'
import { requiredContext } from '~/ui/required-context'
import type { DialogId, MessageId, UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { ShownList } from '~/ui/use-calm'

/** What the markup of a message needs to know of its surroundings; a tree is the same for all of them. */
export interface MarkupEnvironment {
  readonly portal: string
  readonly ownId: UserId | null
  /** Lists, tables, headings and inline code are shown. */
  readonly richMarkup: boolean
  /** Pictures of other servers show at once. */
  readonly showExternalImages: boolean
  /** The messages' list: what costs much waits until they do not fly past. */
  readonly timeline: ShownList
  readonly findUser: (id: UserId) => User | undefined
  /** When a quoted message was sent. @param written what the quote says of that, on another's clock */
  readonly quotedTime: (place: { readonly dialogId: DialogId; readonly messageId: MessageId }, written: string) => ReactNode
  /** Shows a person's card beside an element that names them. @param byKey opened by keyboard: the focus follows */
  readonly showPerson: (id: UserId, element: HTMLElement, byKey: boolean) => void
}

export const [MarkupContext, useMarkup] = requiredContext<MarkupEnvironment>('a dialog')
