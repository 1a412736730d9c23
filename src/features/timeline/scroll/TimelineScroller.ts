import type { ScrollTarget } from '~/domain/history/destination'
import type { Anchor } from '~/domain/history/place'
import { rowIndexNear, type TimelineRow } from '~/domain/history/timeline-rows'
import type { ScrollSpeed as SpeedName } from '~/dialog/state/timeline-view'
import { Cell } from '~/lib/Cell'
import { IdleTimer } from '~/lib/IdleTimer'
import type { HeldRow, RowHolding } from './held-row.ts'
import type { ListEngine, RowBox } from './ListEngine.ts'
import { EDGE_END, EDGE_START, listView, sidesNear, type ListView } from './list-view.ts'
import type { RowRange } from './mounted-range.ts'
import { ReadingLine } from './ReadingLine.ts'
import { RowMounting } from './RowMounting.ts'
import type { Phase, ScrollerEvent } from './scroller-events.ts'
import { REST_MS, ScrollSpeed } from './ScrollSpeed.ts'

/** Farther ways are not animated, px. */
const SMOOTH_PX = 1_500
/** After this long the reader has either reached the target or left it, ms. */
const AIM_MS = 1_500
/** Room above a row that is brought into view, px. */
const ABOVE_ROW = 16
interface Surroundings {
  /** ms; from any beginning. */
  readonly now: () => number
  readonly prefersReducedMotion: () => boolean
  /** px; the list is as wide until it is on the page. */
  readonly windowWidth: () => number
}

const browser: Surroundings = {
  now: () => performance.now(),
  prefersReducedMotion: () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  windowWidth: () => window.innerWidth,
}

/** Events by which the reader takes over, which ends aiming. */
const TOUCHES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * The one place where the scrolling of the timeline is decided: where it opens, what a jump aims at, what stays where it is
 * when rows change their height, which rows are mounted, and when the next page is loaded. It knows no React; rows are
 * placed by an engine (`ListEngine`), so that all of it can be driven without a browser.
 */
export class TimelineScroller {
  /** Changes rarely while scrolling. */
  readonly view: Cell<ListView>
  /** A row that stays mounted wherever the list goes: the focused one. */
  pinnedKey: string | null = null
  /** Called when the reader is near an end of what is loaded, again and again while that is so. */
  onNear: (side: 'older' | 'newer') => void = () => {}

  /** Keeps what is read in its place when rows near it go or come. What changes pages brings it along; until then none do. */
  holding: RowHolding | null = null

  #phase: Phase
  /** What the window opened at, while its first picture may still settle around that. */
  #settlesAt: ScrollTarget | null
  #isUntouched = true
  #held: HeldRow | null = null
  #speed: SpeedName = 'rest'
  #engine: ListEngine | null = null
  #list: HTMLElement | null = null
  #rows: readonly TimelineRow[] = []
  #indexByKey: ReadonlyMap<string, number> = new Map()
  #rowsChanged = false
  #prepended = false
  #endIsLoaded = false
  #willLook = false
  #paddingTop = 0
  #listWidth: number
  /** The one that was asked for last. */
  #frame = 0
  #report: ((offset: number, isScrolling: boolean) => void) | null = null
  readonly #speedometer = new ScrollSpeed()
  readonly #mounting: RowMounting
  readonly #line = new ReadingLine((key) => this.indexOf(key))
  readonly #rest = new IdleTimer(REST_MS, () => this.update({ type: 'rested' }))
  readonly #listeners = new Set<() => void>()
  readonly #surroundings: Surroundings

  constructor(at: ScrollTarget, surroundings: Surroundings = browser) {
    this.#phase = { name: 'opening', at }
    this.#settlesAt = at
    this.#surroundings = surroundings
    this.#listWidth = surroundings.windowWidth()
    this.#mounting = new RowMounting(this.#speedometer, surroundings.now)
    this.view = new Cell<ListView>({ topDay: null, atEnd: at.at === 'end' })
  }

  get phase(): Phase['name'] {
    return this.#phase.name
  }

  /** The current one. `fast`: messages go by too fast to look at a picture. */
  get speed(): SpeedName {
    return this.#speed
  }

  /** Room above a row that is scrolled to, px. Rendering resets the virtualizer's options, so it has to be read from here. */
  get paddingTop(): number {
    return this.#paddingTop
  }

  /** px */
  get listWidth(): number {
    return this.#listWidth
  }

  /** The element that scrolls; null while it is not on the page. */
  get list(): HTMLElement | null {
    return this.#list
  }

  /** A row's element, if it is mounted. */
  rowElement(key: string): HTMLElement | undefined {
    return this.#engine?.elementOf(key)
  }

  /** Whether messages that arrive bring the list along. Only where it stood at the dialog's end before, and not at the end of what was loaded. */
  get follows(): boolean {
    return this.#endIsLoaded && (this.#phase.name === 'following' || (this.#phase.name === 'aiming' && this.#phase.at.at === 'end'))
  }

  /** Whether the reader has not taken the list in hand since it opened: nothing on it is being read on the way elsewhere. */
  get isUntouched(): boolean {
    return this.#isUntouched
  }

  /** All transitions. */
  update(event: ScrollerEvent): void {
    switch (event.type) {
      case 'rows':
        this.#prepended ||= this.#rows.length > 0 && this.#rows[0]?.key !== event.rows[0]?.key
        this.#rowsChanged = true
        this.#replaceRows(event.rows)
        this.#endIsLoaded = event.endIsLoaded
        return
      case 'committed':
        if (this.#phase.name === 'opening' && this.#rows.length > 0) this.#aim(this.#phase.at, false)
        else if (this.#prepended) this.#aimAnew()
        this.#putBack()
        if (this.#rowsChanged) this.#engine?.forget((key) => !this.#indexByKey.has(key))
        this.#prepended = false
        this.#rowsChanged = false
        this.#look()
        this.#nextFrame()
        return
      case 'painted':
        this.#mounting.painted = true
        this.#engine?.mountAgain()
        return
      case 'jump':
        this.#take()
        this.#aim(event.to, event.smooth)
        return
      case 'touched':
        this.#take()
        this.#dropAim()
        return
      case 'settled':
        this.#settlesAt = null
        return
      case 'resized':
        // In another width every line breaks elsewhere: what is being read stays, and not what was aimed at.
        if (event.listWidth !== this.#listWidth) {
          this.#settlesAt = null
          this.#dropAim()
        }
        this.#listWidth = event.listWidth
        return
      case 'scrolled':
        this.#mounting.turn(this.#engine?.direction ?? null)
        this.#speedometer.sample(event.offset, event.now)
        this.#setSpeed(this.#speedometer.isFast(event.now) ? 'fast' : 'slow')
        this.#look()
        // Where frames come late, rows are mounted with those that come into sight, and not in frames of their own as well.
        if (!this.#speedometer.isSmooth) cancelAnimationFrame(this.#frame)
        this.#note()
        this.#drawLeap()
        return
      case 'rested':
        if (this.#phase.name === 'aiming' && this.#surroundings.now() >= this.#phase.until) this.#phase = { name: 'reading' }
        this.#setSpeed('rest')
        this.#look()
        this.#note()
        return
      case 'placed':
        this.#look()
        return
      case 'frame':
        this.#note()
        if (this.#engine && !this.#mounting.isComplete(this.#engine, this.#rows.length, this.pinnedKey)) this.#engine.mountAgain()
        return
    }
  }

  // Queries

  /** The scroll position before anything is mounted, px. @param estimate height of a row, px */
  initialOffset(rows: readonly TimelineRow[], estimate: (index: number) => number): number {
    if (this.#phase.name !== 'opening') return 0
    const { at } = this.#phase
    if (at.at === 'start' || rows.length === 0) return 0
    const upTo = at.at === 'end' ? rows.length : rowIndexNear(rows, at.id)
    let offset = EDGE_START
    for (let index = 0; index < upTo; index++) offset += estimate(index)
    return Math.max(0, at.at === 'end' ? offset + EDGE_END - window.innerHeight : offset - this.#topOf(at.offset, window.innerHeight))
  }

  /** The rows to be mounted for those in sight. @param keyOf of the rows that are being drawn */
  rowsToMount(inSight: RowRange, count: number, keyOf: (index: number) => string | undefined, pinned: number | undefined): number[] {
    return this.#engine ? this.#mounting.next(this.#engine, inSight, count, keyOf, pinned, count !== this.#rows.length) : []
  }

  /** Index of a row by its key; undefined once it no longer exists. */
  readonly indexOf = (key: string): number | undefined => this.#indexByKey.get(key)

  /** Whether the list moves along with a row's change, so that what is read stays. */
  readonly movesAlong = (row: RowBox): boolean => {
    const at = this.#settlesAt
    if (at) return at.at === 'message' ? row.index < rowIndexNear(this.#rows, at.id) : at.at === 'end'
    return this.#engine !== null && this.#line.isAbove(row, this.#engine)
  }

  /** Has to get a row's measurement before the list does. @param height px */
  beforeResize(index: number, height: number): void {
    if (this.#engine && this.#list && !this.#settlesAt) this.#line.beforeResize(index, height, this.#engine, this.#list.clientWidth)
  }

  /** Index of the row at the top edge. */
  firstInSight(): number {
    return this.#engine?.rowAt(this.#list?.scrollTop ?? 0)?.index ?? 0
  }

  /** The topmost fully visible message and its position; null while there is none. */
  anchor(): Anchor | null {
    const top = this.#list?.scrollTop ?? 0
    const mounted = this.#engine?.mountedRows() ?? []
    const box = mounted.find(({ start }) => start >= top) ?? mounted.at(-1)
    const row = box && this.#rows[box.index]
    return box && row ? { id: row.message.id, offset: box.start - top } : null
  }

  // Commands

  /** Brings a row into view by the shortest way. */
  reveal(index: number): void {
    this.#paddingTop = ABOVE_ROW
    this.#engine?.scrollToRow(index, { top: ABOVE_ROW, align: 'auto', behavior: 'auto' })
  }

  /** Rows have been placed, maybe several times in a row: handled once after the last. */
  placed(): void {
    if (this.#willLook) return
    this.#willLook = true
    queueMicrotask(() => {
      if (this.#willLook) this.update({ type: 'placed' })
    })
  }

  connect(engine: ListEngine): void {
    this.#engine = engine
  }

  /** Calls after every scroll event and whenever the list comes to rest. @returns unsubscribes */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The list that scrolls; its rows are mounted and measured. @returns detaches it */
  attach(list: HTMLElement): () => void {
    this.#list = list
    this.#listWidth = list.clientWidth
    this.#openExactly(list)
    const scrolled = () => {
      const offset = list.scrollTop
      this.#report?.(offset, true)
      this.update({ type: 'scrolled', offset, now: this.#surroundings.now() })
      this.#rest.bump()
    }
    const touched = () => this.update({ type: 'touched' })
    list.addEventListener('scroll', scrolled, { passive: true })
    for (const event of TOUCHES) list.addEventListener(event, touched, { passive: true })
    return () => {
      list.removeEventListener('scroll', scrolled)
      for (const event of TOUCHES) list.removeEventListener(event, touched)
      cancelAnimationFrame(this.#frame)
      this.#rest.stop()
      this.#list = null
    }
  }

  /** Passes the scroll position on to the engine too, so that there is one listener and one idea of rest. @returns unsubscribes */
  reportOffset(report: (offset: number, isScrolling: boolean) => void): () => void {
    this.#report = report
    return () => {
      this.#report = null
    }
  }

  // Internals

  #topOf(offset: number | null, viewportHeight: number): number {
    return offset ?? Math.round(viewportHeight / 3)
  }

  #aim(at: ScrollTarget, smooth: boolean): void {
    this.#phase = { name: 'aiming', at, until: this.#surroundings.now() + AIM_MS }
    this.#go(at, smooth)
  }

  /** Rows were prepended: the engine aims at an index, which is another row now. */
  #aimAnew(): void {
    this.#engine?.cancelScroll()
    if (this.#phase.name === 'aiming' && this.#surroundings.now() < this.#phase.until) this.#go(this.#phase.at, false)
  }

  /** The reader has taken the list in hand. */
  #take(): void {
    this.#isUntouched = false
    this.#settlesAt = null
  }

  /** Rows near the line have gone or come: what is read stays, and what lies beside a row looks where that is now. */
  #putBack(): void {
    const held = this.#held
    this.#held = null
    if (!held || !this.#engine) return
    this.holding?.putBack(held, this.indexOf(held.key), this.#engine)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #replaceRows(rows: readonly TimelineRow[]): void {
    const next = new Map(rows.map((row, index) => [row.key, index]))
    const line = this.#line.key === null ? undefined : this.indexOf(this.#line.key)
    if (this.holding && line !== undefined && this.#engine && this.#list)
      this.#held = this.holding.hold(this.#rows, line, next, this.#engine, this.#list)
    this.#rows = rows
    this.#indexByKey = next
  }

  #dropAim(): void {
    if (this.#phase.name === 'aiming') this.#phase = { name: 'reading' }
  }

  #go(at: ScrollTarget, smooth: boolean): void {
    const engine = this.#engine
    if (!engine) return
    const { offset, viewport, total } = engine
    const behavior = (to: number) =>
      smooth && Math.abs(to - offset) <= SMOOTH_PX && !this.#surroundings.prefersReducedMotion() ? 'smooth' : 'auto'
    if (at.at === 'start') engine.scrollTo(0, behavior(0))
    else if (at.at === 'end') engine.scrollToEnd(behavior(total - viewport.height))
    else {
      const index = rowIndexNear(this.#rows, at.id)
      const row = engine.row(index)
      if (!row) return
      this.#paddingTop = this.#topOf(at.offset, viewport.height)
      engine.scrollToRow(index, { top: this.#paddingTop, align: 'start', behavior: behavior(row.start - this.#paddingTop) })
    }
  }

  /** The first rows have been measured, and the list has its height: where it opens is known to the pixel before it is written. */
  #openExactly(list: HTMLElement): void {
    const engine = this.#engine
    if (!engine || this.#phase.name !== 'opening' || this.#rows.length === 0) return
    const { at } = this.#phase
    if (at.at === 'start') return
    const row = at.at === 'message' ? engine.row(rowIndexNear(this.#rows, at.id)) : undefined
    const to = at.at === 'end' ? Infinity : (row?.start ?? 0) - this.#topOf(at.offset, list.clientHeight)
    engine.startAt(Math.max(0, Math.min(to, engine.total - list.clientHeight)))
  }

  /** What is near, what is on top, and whether the end is in sight. */
  #look(): void {
    this.#willLook = false
    const engine = this.#engine
    if (!engine || !this.#list) return
    if (this.#mounting.painted) for (const side of sidesNear(engine, this.#speed === 'fast')) this.onNear(side)
    const view = listView(engine, this.#rows, this.#endIsLoaded)
    if (this.#phase.name === 'reading' || this.#phase.name === 'following') this.#phase = { name: view.atEnd ? 'following' : 'reading' }
    const before = this.view.get()
    if (before.topDay !== view.topDay || before.atEnd !== view.atEnd) this.view.set(view)
  }

  #setSpeed(speed: SpeedName): void {
    if (this.#list && this.#speed !== speed) {
      if (speed === 'rest') delete this.#list.dataset['scrolling']
      else this.#list.dataset['scrolling'] = ''
    }
    const flewPast = this.#speed === 'fast' && speed !== 'fast'
    this.#speed = speed
    // Which row Tab reaches is decided again.
    if (flewPast) this.#engine?.mountAgain()
    this.#tell()
  }

  /**
   * Rows are mounted before they come into sight, unless the list has leapt. Then the library draws it again only where other indexes are in
   * sight than those it last told of; but when a page was put above, as may be while the scrollbar is held, the same ones are of other rows.
   */
  #drawLeap(): void {
    const top = this.#rows[this.#engine?.inSight?.first ?? 0]
    if (top && !this.rowElement(top.key)) this.#engine?.mountAgain()
  }

  #note(): void {
    if (this.#engine && this.#list) this.#line.note(this.#engine, this.#list, this.#speed === 'fast')
  }

  #nextFrame(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.update({ type: 'frame' }))
  }
}
