import { observeElementOffset, Virtualizer } from '@tanstack/react-virtual'
import { describe, expect, it } from 'vitest'
import { virtualizerEngine, type MessageVirtualizer } from './virtualizer-engine.ts'

/** An element that scrolls, as far as the library asks it: 600 px high, over whatever is in it. */
class FakeScroller extends EventTarget {
  scrollTop = 0
  clientHeight = 600
  clientWidth = 800
  scrollHeight = 100_000
  readonly ownerDocument = {
    defaultView: { performance, setTimeout, clearTimeout, requestAnimationFrame: () => 1, cancelAnimationFrame: () => {} },
  }
  readonly style = {}
  readonly written: number[] = []
}

interface Setup {
  readonly keys?: readonly string[]
  readonly movesAlong?: (key: string) => boolean
}

/** The library itself with rows of 100 px, as the hook makes it. */
function setUp({ keys = Array.from({ length: 50 }, (_, index) => `m${index}`), movesAlong = () => false }: Setup = {}) {
  const element = new FakeScroller()
  const drawn = { keys }
  let rangesAsked = 0
  const optionsFor = (present: readonly string[]) => ({
    count: present.length,
    getScrollElement: () => element as unknown as HTMLDivElement,
    estimateSize: () => 100,
    getItemKey: (index: number) => present[index] ?? `none${index}`,
    rangeExtractor: ({ startIndex, endIndex }: { startIndex: number; endIndex: number }) => {
      rangesAsked++
      return Array.from({ length: endIndex - startIndex + 1 }, (_, at) => startIndex + at)
    },
    anchorTo: 'end' as const,
    initialRect: { width: 800, height: 600 },
    initialOffset: () => 1_000,
    observeElementRect: () => {},
    observeElementOffset,
    scrollToFn: (offset: number, { adjustments = 0 }: { adjustments?: number }) => {
      element.scrollTop = offset + adjustments
      element.written.push(offset + adjustments)
    },
  })
  const virtualizer = new Virtualizer<HTMLDivElement, HTMLElement>(optionsFor(drawn.keys))
  const estimates = new Map(keys.map((key) => [key, 100]))
  let mountedAgain = 0
  const engine = virtualizerEngine(
    virtualizer as MessageVirtualizer,
    estimates,
    (key) => drawn.keys.indexOf(key),
    () => mountedAgain++,
    ({ key }) => movesAlong(key),
  )
  return {
    element,
    engine,
    virtualizer,
    estimates,
    attach: () => {
      virtualizer.getVirtualItems()
      virtualizer._willUpdate()
    },
    draw: (present: readonly string[]) => {
      drawn.keys = present
      virtualizer.setOptions(optionsFor(present))
      virtualizer._willUpdate()
    },
    rangesAsked: () => rangesAsked,
    mountedAgain: () => mountedAgain,
  }
}

describe('what the scroller relies on and the library does not document', () => {
  it('a place set before the list has its element is the first one that is written', () => {
    const { engine, element, attach } = setUp()
    engine.startAt(2_345)
    attach()
    expect(element.written).toEqual([2_345])
  })

  it('a row’s change may be told in two parts, of which the list moves along with the first alone', () => {
    let tellsAbove = false
    const { engine, attach } = setUp({ movesAlong: (key) => key === 'm12' && tellsAbove })
    attach()
    expect(engine.offset).toBe(1_000)
    tellsAbove = true
    engine.resize(12, 130)
    tellsAbove = false
    engine.resize(12, 170)
    expect(engine.offset).toBe(1_030)
    expect(engine.row(12)?.size).toBe(170)
  })

  it('a measured height counts at once, before places are reckoned anew', () => {
    const { engine, attach } = setUp()
    attach()
    engine.resize(3, 250)
    expect(engine.row(3)).toMatchObject({ key: 'm3', size: 250 })
    expect(engine.isMeasured('m3')).toBe(true)
    expect(engine.isMeasured('m4')).toBe(false)
  })

  it('the heights of rows that have gone are forgotten, measured or guessed', () => {
    const { engine, attach, estimates } = setUp()
    attach()
    engine.resize(3, 250)
    engine.forget((key) => key === 'm3')
    expect(engine.isMeasured('m3')).toBe(false)
    expect(estimates.has('m3')).toBe(false)
    expect(estimates.has('m4')).toBe(true)
  })

  it('room above a row is taken from what is written just before it is scrolled to', () => {
    const { engine, element, attach } = setUp()
    attach()
    engine.scrollToRow(20, { top: 200, align: 'start', behavior: 'auto' })
    expect(element.written.at(-1)).toBe(20 * 100 - 200)
    engine.scrollToRow(20, { top: 48, align: 'start', behavior: 'auto' })
    expect(element.written.at(-1)).toBe(20 * 100 - 48)
  })

  it('an aim can be ended, so that a page that is put before others does not lead elsewhere', () => {
    const { engine, element, attach, draw } = setUp()
    attach()
    engine.scrollToRow(20, { top: 0, align: 'start', behavior: 'auto' })
    // The library gets the scroll event of its own write.
    element.dispatchEvent(new Event('scroll'))
    engine.cancelScroll()
    draw([...Array.from({ length: 10 }, (_, index) => `older${index}`), ...Array.from({ length: 50 }, (_, index) => `m${index}`)])
    // The top row is still the same: message 20, ten rows lower now.
    expect(engine.offset).toBe(3_000)
    expect(engine.rowAt(engine.offset)?.key).toBe('m20')
  })

  it('the rows to be mounted are asked for anew whenever the way to ask is a new one', () => {
    const { virtualizer, attach, draw, rangesAsked } = setUp()
    attach()
    virtualizer.getVirtualItems()
    const before = rangesAsked()
    virtualizer.getVirtualItems()
    expect(rangesAsked()).toBe(before)
    draw(Array.from({ length: 50 }, (_, index) => `m${index}`))
    virtualizer.getVirtualItems()
    expect(rangesAsked()).toBe(before + 1)
  })

  it('the list is drawn again once for several rows that come into sight, and not for each', () => {
    const { element, virtualizer, attach } = setUp()
    attach()
    let drawn = 0
    const { onChange } = virtualizer.options
    virtualizer.options.onChange = (...change) => {
      drawn++
      onChange(...change)
    }
    const to = (top: number) => {
      element.scrollTop = top
      element.dispatchEvent(new Event('scroll'))
    }
    // The first event says that scrolling has begun.
    to(1_010)
    expect(drawn).toBe(1)
    expect(virtualizer.range).toEqual({ startIndex: 8, endIndex: 19 })
    for (let top = 1_020; top < 1_200; top += 10) to(top)
    expect(drawn).toBe(1)
    to(1_210)
    expect(drawn).toBe(2)
    expect(virtualizer.getVirtualIndexes()).toEqual(Array.from({ length: 8 }, (_, at) => 12 + at))
  })

  it('rows that are on the page are known by their keys, and so is where they stand', () => {
    const { engine, virtualizer, attach } = setUp()
    attach()
    const row = {
      isConnected: true,
      dataset: { rowKey: 'm11' },
      getBoundingClientRect: () => ({ height: 90 }),
      offsetHeight: 90,
    } as unknown as HTMLElement
    virtualizer.measureElement(row)
    expect(engine.isMounted('m11')).toBe(true)
    expect(engine.elementOf('m11')).toBe(row)
    expect(engine.isMounted('m12')).toBe(false)
    expect(engine.row(11)?.size).toBe(90)
  })
})
