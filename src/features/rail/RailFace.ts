/** A place on the rail. */
export interface RailPlace {
  /** Of the dialog's life, 0 to 1. */
  readonly share: number
  /** `YYYY-MM-DD` */
  readonly day: string
}

export interface RailElements {
  /** The slider. */
  readonly rail: HTMLElement
  /** The mark of a place on it. */
  readonly place: HTMLElement
  readonly bubble: HTMLElement
}

/** What there is to say of a day. */
export interface SpokenDay {
  readonly text: string
  /** How many days after the first one it is. */
  readonly index: number
}

/**
 * What moves on the rail, written into its elements: many times a second, and nothing is rendered or measured for it. Heights are
 * shares of the rail's own (`cqb`), which the styles know.
 */
export class RailFace {
  readonly #elements: RailElements
  readonly #speak: (day: string) => SpokenDay
  /** Only its letters change: a new node would have the browser look at the styles of the whole page. */
  readonly #letters = document.createTextNode('')
  #pointed = ''

  constructor(elements: RailElements, speak: (day: string) => SpokenDay) {
    this.#elements = elements
    this.#speak = speak
    elements.bubble.replaceChildren(this.#letters)
  }

  /** Puts the mark at a place, without a word. */
  move(share: number): void {
    this.#elements.place.style.transform = `translateY(${(share * 100).toFixed(3)}cqb)`
  }

  /** Says which day it is, to those who listen. */
  say(day: string): void {
    const { text, index } = this.#speak(day)
    const { rail } = this.#elements
    if (rail.ariaValueText === text && rail.ariaValueNow === String(index)) return
    rail.setAttribute('aria-valuenow', String(index))
    rail.setAttribute('aria-valuetext', text)
  }

  /** Shows a day beside a place of the rail. */
  point({ share, day }: RailPlace): void {
    const { bubble } = this.#elements
    bubble.style.transform = `translateY(clamp(0px, ${(share * 100).toFixed(3)}cqb - 50%, 100cqb - 100%))`
    if (day === this.#pointed) return
    this.#pointed = day
    this.#letters.data = this.#speak(day).text
  }
}
