import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DayScale, shareOf } from '~/domain/history/time-scale'
import { Clock } from '~/lib/time/clock'
import { RailControl, type RailMode, type RailState } from './RailControl.ts'
import type { RailFace, RailPlace } from './RailFace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const DAY = 86_400_000
const begin = Date.UTC(2024, 0, 1, 12)
const scale = new DayScale({ from: begin, to: begin + 100 * DAY }, new Clock('utc'))
const placeOf = (day: string): RailPlace => ({ share: shareOf(scale.span, Date.parse(day)), day })

function rail(reading = placeOf('2024-03-01')) {
  const gone: string[] = []
  const modes: RailMode[] = []
  const state: { now: RailState } = { now: { scale, written: [], reading } }
  const shown = { share: -1, said: '', pointed: '' }
  const face: Pick<RailFace, 'move' | 'say' | 'point'> = {
    move: (share) => void (shown.share = share),
    say: (day) => void (shown.said = day),
    point: ({ day }) => void (shown.pointed = day),
  }
  const control = new RailControl({
    face: face as RailFace,
    state: () => state.now,
    onMode: (mode) => modes.push(mode),
    onGo: ({ day }, by) => gone.push(`${day} by ${by}`),
    onCancel: () => gone.push('cancelled'),
  })
  control.measure({
    getBoundingClientRect: () =>
      new (class {
        top = 100
        height = 1_000
      })() as DOMRect,
  } as Element)
  control.follow(true)
  return { control, gone, modes, shown, state }
}

describe('a pointer', () => {
  it('shows each day that it passes, and goes where it lets go', () => {
    const { control, gone, shown } = rail()
    control.drag(100)
    expect(shown.said).toBe('2024-01-01')
    control.drag(600)
    expect([shown.share, shown.said, shown.pointed]).toEqual([0.5, '2024-02-20', '2024-02-20'])
    expect(gone).toEqual([])
    control.release()
    expect(gone).toEqual(['2024-02-20 by pointer'])
  })

  it('beyond the ends is at the ends', () => {
    const { control, shown } = rail()
    control.drag(-500)
    expect([shown.share, shown.said]).toEqual([0, '2024-01-01'])
    control.drag(5_000)
    expect([shown.share, shown.said]).toEqual([1, '2024-04-10'])
  })

  it('that only passes over the rail says nothing and goes nowhere', () => {
    const { control, gone, shown } = rail()
    control.hover(600)
    expect([shown.said, shown.pointed]).toEqual(['2024-03-01', '2024-02-20'])
    control.release()
    expect(gone).toEqual([])
  })

  it('Escape lets go of it without going anywhere', () => {
    const { control, gone, modes, shown } = rail()
    control.drag(600)
    expect(control.key('Escape')).toBe(true)
    expect(shown.said).toBe('2024-03-01')
    control.release()
    expect(gone).toEqual(['cancelled'])
    expect(modes).toEqual(['dragging', 'reading'])
    expect(control.key('Escape'), 'the next one is for others').toBe(false)
  })
})

describe('keys', () => {
  it('say each day, and go there once they rest', () => {
    const { control, gone, shown } = rail()
    for (const [key, day] of [
      ['ArrowUp', '2024-02-29'],
      ['ArrowDown', '2024-03-01'],
      ['PageUp', '2024-02-01'],
      ['PageUp', '2024-01-01'],
      ['PageDown', '2024-02-01'],
      ['End', '2024-04-10'],
      ['Home', '2024-01-01'],
      ['ArrowRight', '2024-01-02'],
    ] as const) {
      expect(control.key(key)).toBe(true)
      expect(shown.said).toBe(day)
      vi.advanceTimersByTime(500)
    }
    expect(gone).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(gone).toEqual(['2024-01-02 by rest'])
  })

  it('Enter goes there at once, and only once', () => {
    const { control, gone } = rail()
    control.key('ArrowUp')
    control.key('Enter')
    vi.advanceTimersByTime(5_000)
    expect(gone).toEqual(['2024-02-29 by enter'])
  })

  it('others are for others', () => {
    const { control, shown } = rail()
    expect(['a', 'Tab', 'F5'].map((key) => control.key(key))).toEqual([false, false, false])
    expect(shown.said).toBe('2024-03-01')
  })
})

describe('the mark', () => {
  it('follows the reader, who hears of it at rest', () => {
    const { control, shown, state } = rail()
    state.now = { ...state.now, reading: placeOf('2024-02-01') }
    control.follow(false)
    expect([shown.share, shown.said]).toEqual([placeOf('2024-02-01').share, '2024-03-01'])
    control.follow(true)
    expect(shown.said).toBe('2024-02-01')
  })

  it('stays where the reader wants to go until they are there', () => {
    const { control, shown, state, modes } = rail()
    control.drag(600)
    control.release()
    control.follow(true)
    expect(shown.said).toBe('2024-02-20')
    control.land()
    control.follow(false)
    expect(shown.said).toBe('2024-02-20')
    state.now = { ...state.now, reading: placeOf('2024-02-21') }
    control.follow(true)
    expect(shown.said).toBe('2024-02-21')
    expect(modes.at(-1)).toBe('reading')
  })

  it('does not wait for ever where nothing had to move', () => {
    const { control, modes } = rail()
    control.key('ArrowUp')
    control.key('Enter')
    control.land()
    vi.advanceTimersByTime(2_000)
    expect(modes.at(-1)).toBe('reading')
  })
})
