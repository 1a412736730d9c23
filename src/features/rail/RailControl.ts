import type { DayScale } from '~/domain/history/time-scale'
import { monthsAfter } from '~/lib/time/day-start'
import type { RailFace, RailPlace } from './RailFace.ts'

/** What a control needs to know, as it is at the moment. */
export interface RailState {
  readonly scale: DayScale
  /** Days with messages between which there are no others, ascending. */
  readonly written: readonly string[]
  /** Where the reader is. */
  readonly reading: RailPlace
}

/**
 * `reading`: it shows where the reader is. `dragging` and `keys`: where they would go. `going`: they are on the way there.
 */
export type RailMode = 'reading' | 'dragging' | 'keys' | 'going'

interface Surroundings {
  readonly face: RailFace
  readonly state: () => RailState
  /** Is told of each change of the mode. */
  readonly onMode: (mode: RailMode) => void
  readonly onGo: (place: RailPlace, by: ChosenBy) => void
  /** What was to be gone to is not any more. */
  readonly onCancel: () => void
}

/** How a place was chosen: by letting go of it, by Enter, or by leaving the keys alone. */
export type ChosenBy = 'pointer' | 'enter' | 'rest'

/** Keys that have rested for so long have chosen, ms: longer than the pause before a key repeats. */
const KEYS_REST_MS = 900
/** After so long nothing moves any more for having gone somewhere, ms. */
const LANDING_MS = 1_000

/** What a reader does with the rail: where a pointer or keys are on it, and when that is gone to. */
export class RailControl {
  readonly #surroundings: Surroundings
  #mode: RailMode = 'reading'
  #chosen: RailPlace | null = null
  #hasLanded = false
  /** Of the rail, px: measured when a pointer comes to it. */
  #box: { readonly top: number; readonly height: number } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings
  }

  get mode(): RailMode {
    return this.#mode
  }

  /** Shows where the reader is, unless it shows where they would go. @param atRest whether to say it, too */
  follow(atRest: boolean): void {
    if (this.#mode === 'going' && this.#hasLanded && atRest) this.#read()
    if (this.#mode !== 'reading') return
    const { face, state } = this.#surroundings
    const { reading } = state()
    if (atRest) this.#show(reading)
    else face.move(reading.share)
  }

  /** What is known of the dialog has changed, and with it the scale. */
  refresh(): void {
    if (this.#chosen) this.#show(this.#chosen)
    else this.follow(true)
  }

  /** A pointer has come to the rail. */
  measure(rail: Element): void {
    const { top, height } = rail.getBoundingClientRect()
    this.#box = { top, height }
  }

  /** A pointer is over the rail: which day that would be. @param y px, of the page */
  hover(y: number): void {
    const place = this.#placeAt(y)
    if (place && this.#mode === 'reading') this.#surroundings.face.point(place)
  }

  /** A pointer holds the mark at a height. */
  drag(y: number): void {
    const place = this.#placeAt(y)
    if (place) this.#choose(place, 'dragging')
  }

  /** What is held is let go of: there it goes. */
  release(): void {
    if (this.#mode === 'dragging') this.#go('pointer')
  }

  /** @returns whether the key means something here */
  key(name: string): boolean {
    if (this.#mode === 'dragging') return name === 'Escape' && this.cancel()
    switch (name) {
      case 'Escape':
        return this.cancel()
      case 'Enter':
      case ' ':
        if (this.#mode === 'keys') this.#go('enter')
        return true
    }
    const place = this.#placeBy(name)
    if (!place) return false
    this.#choose(place, 'keys')
    this.#timer = setTimeout(() => this.#go('rest'), KEYS_REST_MS)
    return true
  }

  /** Nothing that was chosen is gone to any more. @returns whether something was */
  cancel(): boolean {
    if (this.#mode === 'reading') return false
    this.#read()
    this.follow(true)
    this.#surroundings.onCancel()
    return true
  }

  /** The place that was gone to is shown from now on, or will be in a moment: until then the mark stays there. */
  land(): void {
    if (this.#mode !== 'going') return
    this.#hasLanded = true
    this.#timer = setTimeout(() => this.follow(true), LANDING_MS)
  }

  /** Nothing is gone to any more, and nobody is told. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  #read(): void {
    clearTimeout(this.#timer)
    this.#chosen = null
    this.#hasLanded = false
    this.#setMode('reading')
  }

  #placeAt(y: number): RailPlace | null {
    if (!this.#box) return null
    const share = Math.max(0, Math.min(1, (y - this.#box.top) / Math.max(1, this.#box.height)))
    return { share, day: this.#surroundings.state().scale.dayAt(share) }
  }

  #placeBy(key: string): RailPlace | null {
    const { scale, written, reading } = this.#surroundings.state()
    const { day } = this.#chosen ?? reading
    if (key === 'Home') return { share: 0, day: scale.first }
    if (key === 'End') return { share: 1, day: scale.last }
    const steps: Readonly<Record<string, () => string>> = {
      ArrowUp: () => scale.step(day, -1, written),
      ArrowLeft: () => scale.step(day, -1, written),
      ArrowDown: () => scale.step(day, 1, written),
      ArrowRight: () => scale.step(day, 1, written),
      PageUp: () => scale.nearest(monthsAfter(day, -1)),
      PageDown: () => scale.nearest(monthsAfter(day, 1)),
    }
    const next = steps[key]?.()
    return next === undefined ? null : { share: scale.shareOfDay(next), day: next }
  }

  #choose(place: RailPlace, mode: RailMode): void {
    clearTimeout(this.#timer)
    this.#chosen = place
    this.#hasLanded = false
    this.#setMode(mode)
    this.#show(place)
  }

  #show(place: RailPlace): void {
    const { face } = this.#surroundings
    face.move(place.share)
    face.say(place.day)
    face.point(place)
  }

  #go(by: ChosenBy): void {
    clearTimeout(this.#timer)
    if (!this.#chosen) return
    this.#setMode('going')
    this.#surroundings.onGo(this.#chosen, by)
  }

  #setMode(mode: RailMode): void {
    if (mode === this.#mode) return
    this.#mode = mode
    this.#surroundings.onMode(mode)
  }
}
