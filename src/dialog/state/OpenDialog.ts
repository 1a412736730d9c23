import type { ChatFile } from '~/domain/message/chat-file'
import type { Selection } from '~/domain/history/selection'
import type { DialogId, MessageId, UserId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import type { ShownInstead } from './shown-instead.ts'
import type { TimelineView } from './timeline-view.ts'

/** A picture or a film opened in the viewer. */
export interface ViewedMediaItem {
  /** See `mediaItemKey`. */
  readonly key: string
  readonly messageId: MessageId
}

/** Whose card is shown, and beside which element. */
export interface ShownPerson {
  readonly id: UserId
  readonly element: HTMLElement
  /** Opened by keyboard: its first link takes the focus. */
  readonly byKey: boolean
}

/**
 * The dialog that is being read, and everything open over its messages: rows and overlays call it, and what they opened
 * is watched by the component that shows it. One object exists for as long as the dialog is shown.
 */
export class OpenDialog {
  readonly id: DialogId
  /** What is shown of its messages; null while none are. */
  readonly timeline = new Cell<TimelineView | null>(null)
  /** What stands in the place of its messages; null where all are shown. */
  readonly instead = new Cell<ShownInstead | null>(null)
  /** Contains menus and cards: on top of everything in the dialog, and inside its landmark. */
  readonly popups = new Cell<HTMLElement | null>(null)
  /** Contains what makes room for itself beside the messages. */
  readonly beside = new Cell<HTMLElement | null>(null)
  readonly viewedMediaItem = new Cell<ViewedMediaItem | null>(null)
  readonly viewedPdf = new Cell<ChatFile | null>(null)
  readonly shownPerson = new Cell<ShownPerson | null>(null)
  readonly selection = new Cell<Selection | null>(null)
  readonly panelOpen = new Cell(false)
  /** Beside which element the calendar is open. */
  readonly calendarAt = new Cell<HTMLElement | null>(null)
  /** Whether the message that is gone to gets the focus: what had it makes the jump, or goes with it. */
  focusFollows = false

  constructor(id: DialogId) {
    this.id = id
  }

  /** @param element that names them @param byKey opened by keyboard */
  readonly showPerson = (id: UserId, element: HTMLElement, byKey = false): void => this.shownPerson.set({ id, element, byKey })
}
