import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ScrollTarget } from '~/domain/history/destination'
import type { MessageId } from '~/domain/ids'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { FakeListEngine } from '~/testing/FakeListEngine'
import { fakeMessage } from '~/testing/fake-message'
import { rowHolding } from './held-row.ts'
import { EDGE_START } from './list-view.ts'
import { TimelineScroller } from './TimelineScroller.ts'

const HEIGHT = 100
const id = (value: number) => value as MessageId

const rowOf = (value: number): TimelineRow => ({
  key: `m${value}`,
  message: fakeMessage(value, 0),
  day: `2026-01-${String(1 + Math.floor(value / 10)).padStart(2, '0')}`,
  startsDay: value % 10 === 0,
  startsUnread: false,
  startsGroup: true,
  lostBefore: 0,
  followsMissing: false,
  alone: undefined,
})

interface List {
  readonly scroller: TimelineScroller
  readonly engine: FakeListEngine
  readonly near: ReturnType<typeof vi.fn<(side: 'older' | 'newer') => void>>
  /** Draws the rows from one message to another. */
  draw(from: number, to: number, endIsLoaded?: boolean): void
  /** Draws rows of some messages. */
  drawRows(messages: readonly number[], endIsLoaded?: boolean): void
  /** @param ms after the last frame */
  scrollTo(offset: number, ms?: number): void
  wait(ms: number): void
  /** Where a message stands in the viewport, px. */
  topOf(message: number): number
}

/** A list that opens at a target with the messages 100 to 139, each 100 px high, in a viewport of 600 px. */
function openList(at: ScrollTarget, { endIsLoaded = true, from = 100, to = 139 } = {}): List {
  let now = 1_000
  const scroller = new TimelineScroller(at, { now: () => now, prefersReducedMotion: () => false, windowWidth: () => 800 })
  const engine = new FakeListEngine(scroller.movesAlong)
  scroller.connect(engine)
  scroller.holding = rowHolding
  const near = vi.fn<(side: 'older' | 'newer') => void>()
  scroller.onNear = near
  const element = Object.assign(new EventTarget(), {
    dataset: {},
    clientWidth: 800,
    clientHeight: 600,
    getBoundingClientRect: () => ({ top: 0 }),
  }) as unknown as HTMLElement
  Object.defineProperty(element, 'scrollTop', { get: () => engine.offset })
  let attached = false
  const list: List = {
    scroller,
    engine,
    near,
    draw: (first, last, end) =>
      list.drawRows(
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
        end,
      ),
    drawRows(messages, end = endIsLoaded) {
      const rows = messages.map(rowOf)
      const follows = scroller.follows && end
      scroller.update({ type: 'rows', rows, endIsLoaded: end })
      engine.layOut(
        rows.map(({ key }) => key),
        HEIGHT,
      )
      if (!attached) scroller.attach(element)
      attached = true
      if (follows) engine.scrollToEnd('follow')
      scroller.update({ type: 'committed' })
      scroller.update({ type: 'frame' })
    },
    scrollTo(offset, ms = 16) {
      engine.direction = offset < engine.offset ? 'backward' : 'forward'
      engine.offset = offset
      now += ms
      scroller.update({ type: 'scrolled', offset, now })
    },
    wait(ms) {
      now += ms
      scroller.update({ type: 'rested' })
    },
    topOf: (message) => engine.elementOf(`m${message}`)?.getBoundingClientRect().top ?? Number.NaN,
  }
  list.draw(from, to)
  return list
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  vi.stubGlobal('cancelAnimationFrame', () => {})
})

const end: ScrollTarget = { at: 'end' }
const third = (value: number): ScrollTarget => ({ at: 'message', id: id(value), offset: null })

describe('a list that leaps', () => {
  // As while the scrollbar is held: the list has moved away because a page came above, and goes back to where the pointer is.
  it('to rows that are not on the page draws them, whatever the library was told of their indexes', () => {
    const list = openList(third(120))
    const { engine } = list
    engine.unmounted.add('m105')
    engine.asked.length = 0
    list.scrollTo(EDGE_START + 650)
    expect(engine.asked).not.toContain('mount again')
    list.scrollTo(EDGE_START + 550)
    expect(engine.asked).toContain('mount again')
  })
})

describe('a window opens', () => {
  it('at the end, and follows it', () => {
    const { engine, scroller } = openList(end)
    expect(engine.offset).toBe(engine.total - 600)
    expect(scroller.phase).toBe('aiming')
    expect(scroller.follows).toBe(true)
  })
  it('with its message a third from the top', () => {
    expect(openList(third(120)).topOf(120)).toBe(200)
  })
  it('with a message that was left where it stood', () => {
    expect(openList({ at: 'message', id: id(120), offset: -30 }).topOf(120)).toBe(-30)
  })
  it('at the neighbour of a message that has gone', () => {
    expect(openList(third(99.5)).topOf(100)).toBeLessThanOrEqual(200)
  })
  it('exactly there before anything is written: the height of the list is known once it has its element', () => {
    const { engine } = openList(end)
    // The place was set, and then aimed at; both are the same.
    expect(engine.asked[0]).toBe('to the end auto')
  })
  it('once it has rows, when it opened without', () => {
    const list = openList(end, { from: 1, to: 0 })
    expect(list.scroller.phase).toBe('opening')
    list.draw(100, 139)
    expect(list.engine.offset).toBe(list.engine.total - 600)
  })
})

describe('a page that is put before the others', () => {
  it('has what is aimed at aimed at anew, for an index names another row then', () => {
    const list = openList(third(105))
    list.engine.asked.length = 0
    list.draw(50, 139)
    expect(list.engine.asked.filter((asked) => asked !== 'mount again')).toEqual(['cancel', 'to m105 start 200 auto'])
  })
  it('moves nothing once the reader has taken the list in hand', () => {
    const list = openList(third(105))
    list.scroller.update({ type: 'touched' })
    list.scrollTo(500)
    const before = list.topOf(105)
    list.engine.asked.length = 0
    list.draw(50, 139)
    expect(list.topOf(105)).toBe(before)
    expect(list.engine.asked).not.toContain('to m105 start 200 auto')
  })
  it('moves nothing either when the aim was reached long ago', () => {
    const list = openList(third(105))
    list.wait(2_000)
    expect(list.scroller.phase).not.toBe('aiming')
    list.engine.asked.length = 0
    list.draw(50, 139)
    expect(list.engine.asked.some((asked) => asked.startsWith('to '))).toBe(false)
  })
})

describe('what stays when a row changes its height', () => {
  /** Reads in the middle of the list: message 115 is at the line. */
  const reading = (): List => {
    const list = openList(end)
    list.scroller.update({ type: 'touched' })
    list.scrollTo(132 + 15 * HEIGHT - 260)
    return list
  }
  const cases: readonly (readonly [where: string, message: number, stays: number])[] = [
    ['above the viewport', 102, 115],
    ['across the upper edge', 112, 115],
    ['in sight above the line', 114, 115],
    ['below the line', 117, 115],
    ['below the viewport', 130, 115],
  ]
  it.each(cases)('%s: what is at the line', (_, message, stays) => {
    const list = reading()
    const before = list.topOf(stays)
    list.engine.grow(`m${message}`, 140, (index, height) => list.scroller.beforeResize(index, height))
    expect(list.topOf(stays)).toBe(before)
  })
  it('a first measure above the viewport moves nothing even after the line has moved on', () => {
    const list = reading()
    list.engine.layOut(
      [...Array.from({ length: 40 }, (_, index) => `m${60 + index}`), ...Array.from({ length: 40 }, (_, index) => `m${100 + index}`)],
      90,
      false,
    )
    list.draw(60, 139)
    const before = list.topOf(115)
    list.engine.grow('m70', 55, (index, height) => list.scroller.beforeResize(index, height))
    expect(list.topOf(115)).toBe(before)
  })
})

describe('what stays when messages are deleted', () => {
  const without = (...gone: number[]) => Array.from({ length: 40 }, (_, at) => 100 + at).filter((value) => !gone.includes(value))
  /** Reads in the middle of the list: message 115 is at the line, 112 to 118 are in sight. */
  const reading = (): List => {
    const list = openList(end)
    list.scroller.update({ type: 'touched' })
    list.scrollTo(132 + 15 * HEIGHT - 260)
    return list
  }
  const cases: readonly (readonly [what: string, gone: readonly number[], stays: number])[] = [
    ['above the screen', [103, 104], 115],
    ['at the top of it', [112], 115],
    ['at the top of it and the first one of all', [100, 112], 115],
    ['above the line', [114], 115],
    ['on both sides of the line', [113, 117], 115],
    ['below the line', [116, 117], 115],
    ['at the line itself: the one above it', [115, 116], 114],
    ['all of them down to below the line: the next one', Array.from({ length: 16 }, (_, at) => 100 + at), 116],
  ]
  it.each(cases)('%s: what is read', (_, gone, stays) => {
    const list = reading()
    const before = list.topOf(stays)
    list.drawRows(without(...gone))
    expect(list.topOf(stays)).toBe(Math.max(before, 132 + HEIGHT * without(...gone).indexOf(stays) - list.engine.offset))
    if (list.engine.offset > 0) expect(list.topOf(stays)).toBe(before)
  })
  it('and when one comes back between them', () => {
    const list = reading()
    list.drawRows(without(114))
    const before = list.topOf(115)
    list.drawRows(without())
    expect(list.topOf(115)).toBe(before)
  })
  it('is not measured where only pages far away come or go', () => {
    const list = reading()
    const asked = vi.spyOn(list.engine, 'elementOf')
    list.scroller.update({ type: 'rows', rows: Array.from({ length: 240 }, (_, at) => rowOf(at - 100)), endIsLoaded: true })
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('the first picture', () => {
  const grow = (list: List, message: number) =>
    list.engine.grow(`m${message}`, 30, (index, height) => list.scroller.beforeResize(index, height))
  it('settles around the message that it opened at: what comes above moves upwards, what comes beneath downwards', () => {
    const list = openList(third(110))
    const top = list.topOf(110)
    for (const message of [108, 109, 110, 111, 112]) grow(list, message)
    expect(list.topOf(110)).toBe(top)
  })
  it('settles at the end, or at the beginning', () => {
    const list = openList(end)
    for (const message of [134, 137, 139]) grow(list, message)
    expect(list.engine.offset).toBe(list.engine.total - 600)
    const beginning = openList({ at: 'start' })
    for (const message of [100, 101, 104]) grow(beginning, message)
    expect(beginning.engine.offset).toBe(0)
  })
  it.each([
    ['the reader touches it', { type: 'touched' }],
    ['what comes later to it is there', { type: 'settled' }],
    ['the list gets another width', { type: 'resized', listWidth: 640 }],
  ] as const)('until %s: then what is at the line stays', (_, event) => {
    const list = openList(third(110))
    list.scroller.update(event)
    list.scroller.update({ type: 'frame' })
    const line = list.topOf(111)
    grow(list, 110)
    expect(list.topOf(111)).toBe(line)
  })
  it('is untouched until the reader takes it in hand or jumps', () => {
    const list = openList(end)
    list.scroller.update({ type: 'settled' })
    expect(list.scroller.isUntouched).toBe(true)
    list.scroller.update({ type: 'touched' })
    expect(list.scroller.isUntouched).toBe(false)
  })
})

describe('the end of the dialog', () => {
  it('is followed by a reader who is there', () => {
    const list = openList(end)
    list.wait(2_000)
    expect(list.scroller.phase).toBe('following')
    list.draw(100, 140)
    expect(list.engine.offset).toBe(list.engine.total - 600)
  })
  it('is not followed by one who has left it', () => {
    const list = openList(end)
    list.scroller.update({ type: 'touched' })
    list.scrollTo(list.engine.offset - 500)
    expect(list.scroller.phase).toBe('reading')
    expect(list.scroller.follows).toBe(false)
  })
  it('is not followed where only the end of what is loaded is in sight: the reader would leap over the next page', () => {
    const list = openList(end, { endIsLoaded: false })
    list.wait(2_000)
    expect(list.scroller.follows).toBe(false)
    // The last page arrives: its end is the dialog's, but the reader has not been there.
    list.draw(100, 180, true)
    expect(list.scroller.view.get().atEnd).toBe(false)
  })
})

describe('a jump', () => {
  it('is animated over a short way, and instant over a long one', () => {
    const list = openList(end)
    list.engine.asked.length = 0
    list.scroller.update({ type: 'jump', to: third(130), smooth: true })
    list.scroller.update({ type: 'jump', to: third(101), smooth: true })
    expect(list.engine.asked).toEqual(['to m130 start 200 smooth', 'to m101 start 200 auto'])
  })
  it('to the beginning goes there, in a window that is shown already as well', () => {
    const list = openList(end)
    list.scroller.update({ type: 'jump', to: { at: 'start' }, smooth: false })
    expect(list.engine.offset).toBe(0)
  })
  it('is forgotten when the list gets another width: then what is being read stays', () => {
    const list = openList(third(105))
    list.scroller.update({ type: 'resized', listWidth: 640 })
    expect(list.scroller.phase).toBe('reading')
  })
})

describe('the next page', () => {
  it('is asked for only once the first picture has been shown, on the nearer side first', () => {
    const list = openList(end)
    expect(list.near).not.toHaveBeenCalled()
    list.scroller.update({ type: 'painted' })
    list.scroller.update({ type: 'placed' })
    expect(list.near.mock.calls[0]).toEqual(['newer'])
    list.near.mockClear()
    list.scrollTo(700)
    expect(list.near.mock.calls[0]).toEqual(['older'])
  })
})

describe('what others are told', () => {
  it('is the day on top, but not while its heading is in sight', () => {
    const list = openList(third(125))
    list.scroller.update({ type: 'touched' })
    list.scrollTo(132 + 25 * HEIGHT)
    expect(list.scroller.view.get().topDay).toBe('2026-01-13')
    list.scrollTo(132 + 20 * HEIGHT)
    expect(list.scroller.view.get().topDay).toBeNull()
    // The last of the heading goes out of sight.
    list.scrollTo(132 + 20 * HEIGHT + 41)
    expect(list.scroller.view.get().topDay).toBeNull()
    list.scrollTo(132 + 20 * HEIGHT + 42)
    expect(list.scroller.view.get().topDay).toBe('2026-01-13')
    list.scrollTo(0)
    expect(list.scroller.view.get().topDay).toBeNull()
  })
  it('is how fast the list goes, after every event and when it comes to rest', () => {
    const list = openList(end)
    const told: string[] = []
    list.scroller.subscribe(() => told.push(list.scroller.speed))
    list.scrollTo(3_000)
    list.scrollTo(2_990)
    list.scrollTo(2_900)
    list.wait(200)
    expect(told).toEqual(['slow', 'slow', 'fast', 'rest'])
  })
  it('is the topmost message that is wholly in sight', () => {
    const list = openList(end)
    list.scrollTo(132 + 10 * HEIGHT + 40)
    expect(list.scroller.anchor()).toEqual({ id: 111, offset: 60 })
  })
})

describe('the rows that are mounted', () => {
  it('are those in sight alone for the first picture, and then more the way the reader goes', () => {
    const list = openList(third(120))
    const mounted = () => list.scroller.rowsToMount({ first: 20, last: 25 }, 40, () => undefined, undefined)
    expect(mounted()).toEqual([20, 21, 22, 23, 24, 25, 26, 27])
    list.scroller.update({ type: 'painted' })
    const first = mounted()[0] ?? 20
    expect(first).toBeLessThanOrEqual(16)
  })
  it('hold the focused one wherever it is', () => {
    const list = openList(third(120))
    expect(list.scroller.rowsToMount({ first: 20, last: 25 }, 40, () => undefined, 3)[0]).toBe(3)
    expect(list.scroller.rowsToMount({ first: 20, last: 25 }, 40, () => undefined, 38).at(-1)).toBe(38)
  })

  /** Heights, px, of the rows that are mounted next above message 120, of which some are. */
  const heightAbove = ({ mounted, frameMs }: { readonly mounted: number; readonly frameMs: number }) => {
    const list = openList(third(120))
    list.scroller.update({ type: 'painted' })
    for (let frame = 1; frame <= 20; frame++) list.scrollTo(EDGE_START + 20 * HEIGHT - frame, frameMs)
    for (let message = 100; message < 120 - mounted; message++) list.engine.unmounted.add(`m${message}`)
    const rows = list.scroller.rowsToMount({ first: 20, last: 25 }, 40, (index) => `m${100 + index}`, undefined)
    return (20 - mounted - (rows[0] ?? 20)) * HEIGHT
  }
  it('become more by as much as is laid out within a frame, and by twice as much where little is mounted', () => {
    expect(heightAbove({ mounted: 10, frameMs: 16 })).toBe(100)
    expect(heightAbove({ mounted: 8, frameMs: 16 })).toBe(300)
  })
  it('become more by twice as much where frames come late, for then they had better be fewer', () => {
    expect(heightAbove({ mounted: 10, frameMs: 33 })).toBe(200)
  })

  it('become more in each frame while the list is scrolled, unless frames come late: then with those that come into sight', () => {
    const cancelled = vi.fn<() => void>()
    vi.stubGlobal('cancelAnimationFrame', cancelled)
    const list = openList(third(120))
    for (let frame = 1; frame <= 20; frame++) list.scrollTo(EDGE_START + 20 * HEIGHT - frame)
    cancelled.mockClear()
    list.scrollTo(EDGE_START + 19 * HEIGHT)
    expect(cancelled).not.toHaveBeenCalled()
    for (let frame = 1; frame <= 20; frame++) list.scrollTo(EDGE_START + 19 * HEIGHT - frame, 33)
    cancelled.mockClear()
    list.scrollTo(EDGE_START + 18 * HEIGHT, 33)
    expect(cancelled).toHaveBeenCalledOnce()
  })
})
