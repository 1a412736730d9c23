import type { BringIntoView } from '~/dialog/bring-into-view'
import { messageIn } from '~/dialog/message-at'
import type { HitPlace, WordPainter } from '~/dialog/found-words/WordPainter'
import type { MessageId } from '~/domain/ids'
import { reveals } from './reveal-text.ts'

/** What is known of the screen while a hit is led to. */
export interface Screen {
  readonly list: HTMLElement
  readonly painter: WordPainter
  readonly bring: BringIntoView
  /** Whether a message is in the window that is shown; one that is not is about to be. */
  readonly isLoaded: (id: MessageId) => boolean
  /** What lies over the top of the list. */
  readonly bar: HTMLElement
}

/** Between a hit and what it must not be covered by, px. */
const MARGIN = 12
/** Rows are measured on the way, and what hides a text opens: after so many times it stands as well as it can. */
const MOST_TRIES = 5

/**
 * Leads the reader to a hit: its row may have to be mounted first, what hides the text opened, and the place in a long message brought
 * into view. What is in view already stays where it is.
 */
export class Leading {
  #to: HitPlace | null = null
  #tries = 0
  #isCalled = false

  lead(to: HitPlace): void {
    this.#to = to
    this.#tries = 0
    this.#isCalled = false
  }

  /** The reader has taken the list in hand. */
  readonly end = (): void => {
    this.#to = null
  }

  /** To be called whenever the hit may be nearer: rows were mounted, or the list has come to rest. @returns whether something moves now */
  goOn(screen: Screen): boolean {
    const to = this.#to
    if (!to || this.#tries >= MOST_TRIES || !screen.isLoaded(to.id)) return false
    const { list, painter, bring } = screen
    const message = painter.elementOf(to.id)
    if (!message) {
      if (!this.#isCalled) bring({ id: to.id, offset: Math.round(list.clientHeight / 3) })
      this.#isCalled = true
      return false
    }
    this.#tries++
    if (!reveals(message, painter.rangeOf(to)) && this.#isSeen(to, message, screen)) this.end()
    return this.#to !== null
  }

  /** Brings a hit into view. @returns whether it was there */
  #isSeen(to: HitPlace, message: HTMLElement, { list, painter, bring, bar }: Screen): boolean {
    const target = painter.rangeOf(to) ?? message
    bringIntoLine(target)
    const box = target instanceof Range ? (target.getClientRects()[0] ?? target.getBoundingClientRect()) : target.getBoundingClientRect()
    const view = list.getBoundingClientRect()
    const top = Math.max(view.top, bar.getBoundingClientRect().bottom)
    if (box.top >= top + MARGIN && box.top + Math.min(box.height, view.height / 2) <= view.bottom - MARGIN) return true
    const row = message.closest<HTMLElement>('[data-row-key]') ?? message
    const first = messageIn(row)?.id ?? to.id
    bring({ id: first, offset: Math.round(view.height / 3 - (box.top - row.getBoundingClientRect().top)) })
    return false
  }
}

/** Scrolls a line of code or a table, which is wider than the message, to the hit in it. */
function bringIntoLine(target: Range | HTMLElement): void {
  if (target instanceof HTMLElement) return
  const wide = target.startContainer.parentElement?.closest<HTMLElement>('pre, [role="group"]')
  if (!wide || wide.scrollWidth <= wide.clientWidth) return
  const [hit, view] = [target.getBoundingClientRect(), wide.getBoundingClientRect()]
  if (hit.left >= view.left && hit.right <= view.right) return
  wide.scrollLeft += hit.left - view.left - view.width / 3
}
