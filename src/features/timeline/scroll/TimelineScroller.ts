import type { ScrollTarget } from '~/domain/destination'
import type { Anchor } from '~/domain/place'
import { rowIndexNear, type TimelineRow } from '~/domain/timeline-rows'
import type { ScrollSpeed as SpeedName } from '~/dialog/timeline-view'
import { Cell } from '~/lib/Cell'
import { IdleTimer } from '~/lib/IdleTimer'
import type { ListEngine, RowBox } from './ListEngine.ts'
import { extendRange, MOUNT_STEP, nextMounted, type RowRange } from './mounted-range.ts'
import { ReadingLine } from './ReadingLine.ts'
import { prefetchDistance, REST_MS, ScrollSpeed } from './ScrollSpeed.ts'

/** Room above and below the rows for what stands at the ends, px; fixed, so that nothing in it moves a message. */
export const EDGE_START = 132
export const EDGE_END = 56
/** From here to the end a reader counts as being at the end, px. */
export const END_THRESHOLD = 80

/** Rows are mounted this far beyond the viewport the way the reader goes, px: first measures then happen outside of it. */
const OVERSCAN_PX = 1_200
/** The same for where the reader comes from: those rows were measured, and every mounted row costs time in each frame. */
const BEHIND_PX = 400
/** Of a row that was never measured nor estimated, px. */
const UNKNOWN_PX = 40
/** Farther ways are not animated, px. */
const SMOOTH_PX = 1_500
/** An aim that takes longer has been left by the reader or has been reached, ms. */
const AIM_MS = 1_500
/** Room above a row that is brought into view: the floating day lies there, px. */
const BELOW_DAY = 48
/** So much of the topmost row may be hidden, and it is the topmost all the same, px. */
const TOP_SLACK = 8
/** A heading of a day that is no farther above the viewport is in sight still, px. */
const HEADING_PX = 20

/** What the list is doing. */
export type Phase =
  /** Nothing has been shown yet. */
  | { readonly name: 'opening'; readonly at: ScrollTarget }
  /** On the way to a target, or just there: until then it is gone to again when rows are put before others. @see AIM_MS */
  | { readonly name: 'aiming'; readonly at: ScrollTarget; readonly until: number }
  /** The line that is being read stays where it is. */
  | { readonly name: 'reading' }
  /** The end of the dialog is in sight, and stays so when messages arrive. */
  | { readonly name: 'following' }

export type ScrollerEvent =
  /** There are other rows; nothing of them is on the page yet. */
  | { readonly type: 'rows'; readonly rows: readonly TimelineRow[]; readonly endIsLoaded: boolean }
  /** What was drawn is on the page, measured and placed. */
  | { readonly type: 'committed' }
  /** The first picture has been shown; what nobody sees yet was waiting for it. */
  | { readonly type: 'painted' }
  | { readonly type: 'scrolled'; readonly offset: number; readonly now: number }
  /** Nothing has moved for a while. */
  | { readonly type: 'rested' }
  /** A new frame begins, and reading boxes makes nobody lay out anything. */
  | { readonly type: 'frame' }
  /** Rows have changed their heights or places. */
  | { readonly type: 'placed' }
  /** The reader has taken the list in hand: wheel, finger, pointer or key. */
  | { readonly type: 'touched' }
  | { readonly type: 'resized' }
  | { readonly type: 'jump'; readonly to: ScrollTarget; readonly smooth: boolean }

/** What others need to know of the list. */
export interface ScrollerView {
  /** Day of the topmost message, where nothing on the screen names it. */
  readonly topDay: string | null
  readonly atEnd: boolean
}

interface Surroundings {
  /** ms; from any beginning. */
  readonly now: () => number
  readonly prefersReducedMotion: () => boolean
}

const browser: Surroundings = {
  now: () => performance.now(),
  prefersReducedMotion: () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
}

/** What takes the list in hand, so that nothing is aimed at any more. */
const TOUCHES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * The one place where the scrolling of the timeline is decided: where it opens, what a jump aims at, what stays where it is
 * when rows change their height, which rows are mounted, and when the next page is asked for. It knows no React; rows are
 * placed by an engine (`ListEngine`), so that all of it can be driven without a browser.
 */
export class TimelineScroller {
  /** Changes rarely while scrolling. */
  readonly view: Cell<ScrollerView>
  /** A row that stays mounted wherever the list goes: the focused one. */
  pinnedKey: string | null = null
  /** Called when the reader is near an end of what is loaded, again and again while that is so. */
  onNear: (side: 'older' | 'newer') => void = () => {}

  #phase: Phase
  #speed: SpeedName = 'rest'
  #engine: ListEngine | null = null
  #list: HTMLElement | null = null
  #rows: readonly TimelineRow[] = []
  #indexByKey: ReadonlyMap<string, number> = new Map()
  #rowsChanged = false
  #prepended = false
  #endIsLoaded = false
  #painted = false
  #willLook = false
  #direction: 'backward' | 'forward' = 'backward'
  #paddingTop = 0
  #frame: number | null = null
  #report: ((offset: number, isScrolling: boolean) => void) | null = null
  readonly #speedometer = new ScrollSpeed()
  readonly #line = new ReadingLine((key) => this.indexOf(key))
  readonly #rest = new IdleTimer(REST_MS, () => this.update({ type: 'rested' }))
  readonly #listeners = new Set<() => void>()
  readonly #surroundings: Surroundings

  constructor(at: ScrollTarget, surroundings: Surroundings = browser) {
    this.#phase = { name: 'opening', at }
    this.#surroundings = surroundings
    this.view = new Cell<ScrollerView>({ topDay: null, atEnd: at.at === 'end' })
  }

  get phase(): Phase['name'] {
    return this.#phase.name
  }

  /** Of now. `fast`: messages go by faster than anybody can look at a picture. */
  get speed(): SpeedName {
    return this.#speed
  }

  /** Room above a row that is scrolled to, px. Drawing sets the options of the virtualizer anew, so it has to be asked for. */
  get paddingTop(): number {
    return this.#paddingTop
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

  /** All transitions. */
  update(event: ScrollerEvent): void {
    switch (event.type) {
      case 'rows':
        this.#prepended ||= this.#rows.length > 0 && this.#rows[0]?.key !== event.rows[0]?.key
        this.#rowsChanged = true
        this.#rows = event.rows
        this.#indexByKey = new Map(event.rows.map((row, index) => [row.key, index]))
        this.#endIsLoaded = event.endIsLoaded
        return
      case 'committed':
        if (this.#phase.name === 'opening' && this.#rows.length > 0) this.#aim(this.#phase.at, false)
        else if (this.#prepended) this.#aimAnew()
        if (this.#rowsChanged) this.#engine?.forget((key) => !this.#indexByKey.has(key))
        this.#prepended = false
        this.#rowsChanged = false
        this.#look()
        this.#nextFrame()
        return
      case 'painted':
        this.#painted = true
        this.#engine?.mountAgain()
        return
      case 'jump':
        this.#aim(event.to, event.smooth)
        return
      case 'touched':
      case 'resized':
        // In another width lines break anew: what is being read stays, and not what was aimed at.
        if (this.#phase.name === 'aiming') this.#phase = { name: 'reading' }
        return
      case 'scrolled':
        this.#direction = this.#engine?.direction ?? this.#direction
        this.#speedometer.sample(event.offset, event.now)
        this.#setSpeed(this.#speedometer.isFast(event.now) ? 'fast' : 'slow')
        this.#look()
        this.#cancelFrame()
        this.#note()
        return
      case 'rested':
        if (this.#phase.name === 'aiming' && this.#surroundings.now() >= this.#phase.until) this.#phase = { name: 'reading' }
        this.#setSpeed('rest')
        this.#look()
        return
      case 'placed':
        this.#look()
        return
      case 'frame':
        this.#note()
        if (!this.#allIsMounted()) this.#engine?.mountAgain()
        return
    }
  }

  // What is asked

  /** Where the list stands before anything of it is on the page, px. @param estimate height of a row, px */
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
    const engine = this.#engine
    const { needed, wanted } = this.#mountRanges(inSight, count)
    const { first, last } = nextMounted(needed, wanted, (index) => engine?.isMounted(keyOf(index) ?? '') ?? false)
    const indexes = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    if (pinned !== undefined && pinned < first) indexes.unshift(pinned)
    if (pinned !== undefined && pinned > last) indexes.push(pinned)
    return indexes
  }

  /** Where a row stands, by its key; undefined once it has gone. */
  readonly indexOf = (key: string): number | undefined => this.#indexByKey.get(key)

  /** Whether the list moves along with a row's change, so that what is read stays. */
  readonly movesAlong = (row: RowBox): boolean => this.#engine !== null && this.#line.effectOf(row, this.#engine) === 'above'

  /** Has to be told of a row's measure before the list is. @param height px */
  beforeResize(index: number, height: number): void {
    if (this.#engine && this.#list) this.#line.beforeResize(index, height, this.#engine, this.#list.clientWidth)
  }

  /** The topmost message that is wholly in sight, and where it stands; null while there is none. */
  anchor(): Anchor | null {
    const top = this.#list?.scrollTop ?? 0
    const mounted = this.#engine?.mountedRows() ?? []
    const box = mounted.find(({ start }) => start >= top) ?? mounted.at(-1)
    const row = box && this.#rows[box.index]
    return box && row ? { id: row.message.id, offset: box.start - top } : null
  }

  // What is done

  /** Brings a row into view by the shortest way. */
  reveal(index: number): void {
    this.#paddingTop = BELOW_DAY
    this.#engine?.scrollToRow(index, { top: BELOW_DAY, align: 'auto', behavior: 'auto' })
  }

  /** Rows have been placed anew, maybe several times in a row: it is looked at what that means once all is done. */
  placed(): void {
    if (this.#willLook) return
    this.#willLook = true
    queueMicrotask(() => {
      this.#willLook = false
      this.update({ type: 'placed' })
    })
  }

  connect(engine: ListEngine): void {
    this.#engine = engine
  }

  /** Calls after every event of scrolling and whenever the list comes to rest. @returns ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The list that scrolls; its rows are on the page and measured. @returns lets go of it */
  attach(list: HTMLElement): () => void {
    this.#list = list
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
      this.#cancelFrame()
      this.#rest.stop()
      this.#list = null
    }
  }

  /** Where the list stands is told to the engine as well: there is one listener, and one rest. @returns ends it */
  reportOffset(report: (offset: number, isScrolling: boolean) => void): () => void {
    this.#report = report
    return () => {
      this.#report = null
    }
  }

  // Inside

  #topOf(offset: number | null, viewportHeight: number): number {
    return offset ?? Math.round(viewportHeight / 3)
  }

  #aim(at: ScrollTarget, smooth: boolean): void {
    this.#phase = { name: 'aiming', at, until: this.#surroundings.now() + AIM_MS }
    this.#go(at, smooth)
  }

  /** Rows were put before others: the engine aims at an index, which names another row now. */
  #aimAnew(): void {
    this.#engine?.cancelScroll()
    if (this.#phase.name === 'aiming' && this.#surroundings.now() < this.#phase.until) this.#go(this.#phase.at, false)
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
    const engine = this.#engine
    if (!engine || !this.#list) return
    const { offset, viewport, total } = engine
    const below = total - offset - viewport.height
    if (this.#painted) {
      const distance = { older: offset - EDGE_START, newer: below }
      const near = prefetchDistance(viewport.height, this.#speed === 'fast')
      // One page is read at a time: the side that is nearer comes first.
      const sides = below < offset ? (['newer', 'older'] as const) : (['older', 'newer'] as const)
      for (const side of sides) if (distance[side] < near) this.onNear(side)
    }
    const atEnd = this.#endIsLoaded && below <= END_THRESHOLD
    if (this.#phase.name === 'reading' || this.#phase.name === 'following') this.#phase = { name: atEnd ? 'following' : 'reading' }
    const before = this.view.get()
    const topDay = this.#topDay(engine)
    if (before.topDay !== topDay || before.atEnd !== atEnd) this.view.set({ topDay, atEnd })
  }

  /** While the day's own heading is in sight, nothing has to repeat it. */
  #topDay(engine: ListEngine): string | null {
    const { offset } = engine
    const box = offset < EDGE_START ? undefined : engine.rowAt(offset + TOP_SLACK)
    const row = box && this.#rows[box.index]
    return row && !(row.startsDay && offset < box.start + HEADING_PX) ? row.day : null
  }

  /** Rows that are needed now, and those that should be mounted in the end. */
  #mountRanges(inSight: RowRange, count: number): { readonly needed: RowRange; readonly wanted: RowRange } {
    const sizeOf = (index: number) => this.#engine?.row(index)?.size ?? UNKNOWN_PX
    const extended = (px: number): RowRange => {
      const ahead = this.#painted ? px : 0
      const behind = this.#painted ? BEHIND_PX : 0
      const [abovePx, belowPx] = this.#direction === 'backward' ? [ahead, behind] : [behind, ahead]
      return extendRange(inSight, { abovePx, belowPx }, { count, sizeOf })
    }
    const travel = this.#speedometer.expectedTravelPx(this.#surroundings.now())
    const needed = extended(Math.min(OVERSCAN_PX, Math.max(BEHIND_PX, travel)))
    const { first, last } = extended(OVERSCAN_PX)
    // In steps: a few rows are mounted now and then, and not one in every frame.
    const wanted = { first: first - (first % MOUNT_STEP), last: Math.min(count - 1, last - (last % MOUNT_STEP) + MOUNT_STEP - 1) }
    return { needed, wanted }
  }

  #allIsMounted(): boolean {
    const engine = this.#engine
    const inSight = engine?.inSight
    if (!engine || !inSight) return true
    const { first, last } = this.#mountRanges(inSight, this.#rows.length).wanted
    const drawn = engine.mountedRows().filter(({ key, index }) => key !== this.pinnedKey || (index >= first && index <= last))
    return drawn[0]?.index === first && drawn.at(-1)?.index === last
  }

  #setSpeed(speed: SpeedName): void {
    if (this.#list && this.#speed !== speed) {
      if (speed === 'rest') delete this.#list.dataset['scrolling']
      else this.#list.dataset['scrolling'] = ''
    }
    this.#speed = speed
    for (const listener of this.#listeners) listener()
  }

  #note(): void {
    if (this.#engine && this.#list) this.#line.note(this.#engine, this.#list)
  }

  #nextFrame(): void {
    this.#cancelFrame()
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null
      this.update({ type: 'frame' })
    })
  }

  #cancelFrame(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }
}
