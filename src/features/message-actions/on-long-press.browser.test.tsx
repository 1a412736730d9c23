import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onLongPress } from './on-long-press.ts'

describe('a long press', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function watched() {
    const root = document.createElement('div')
    const text = root.appendChild(document.createElement('a'))
    const presses: unknown[] = []
    let clicks = 0
    text.addEventListener('click', () => clicks++)
    const isWanted = (target: Element) => target === text
    const end = onLongPress(root, isWanted, (target, x, y) => presses.push([target, x, y]))
    const touch = (type: string, clientY = 20, pointerType = 'touch') =>
      text.dispatchEvent(new PointerEvent(type, { pointerType, bubbles: true, clientX: 10, clientY }))
    /** @returns whether the browser goes on with it */
    const goesOn = (type: string) => text.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }))
    return { text, presses, end, touch, goesOn, clicks: () => clicks }
  }

  it('is a finger that rests on something', () => {
    const { text, presses, touch } = watched()
    touch('pointerdown')
    touch('pointermove', 25)
    vi.advanceTimersByTime(499)
    expect(presses).toEqual([])
    vi.advanceTimersByTime(1)
    expect(presses).toEqual([[text, 10, 20]])
  })

  it('on a link neither follows it nor opens the browser’s own menu', () => {
    const { presses, touch, goesOn, clicks } = watched()
    touch('pointerdown')
    vi.advanceTimersByTime(500)
    expect(goesOn('contextmenu')).toBe(false)
    touch('pointerup')
    expect(goesOn('click')).toBe(false)
    expect([presses.length, clicks()]).toEqual([1, 0])
    // The next tap is one again, and the menu of a mouse the browser's.
    touch('pointerdown')
    touch('pointerup')
    expect(goesOn('click')).toBe(true)
    touch('pointerdown', 20, 'mouse')
    expect(goesOn('contextmenu')).toBe(true)
  })

  it('is one, too, when the browser is sooner with its own menu', () => {
    const { text, presses, touch, goesOn } = watched()
    touch('pointerdown')
    vi.advanceTimersByTime(400)
    expect(goesOn('contextmenu')).toBe(false)
    vi.advanceTimersByTime(500)
    expect(presses).toEqual([[text, 10, 20]])
  })

  it('is no tap, no scrolling and no mouse', () => {
    const { presses, end, touch } = watched()
    touch('pointerdown')
    touch('pointerup')
    vi.advanceTimersByTime(1_000)
    touch('pointerdown')
    touch('pointermove', 40)
    vi.advanceTimersByTime(1_000)
    touch('pointerdown', 20, 'mouse')
    vi.advanceTimersByTime(1_000)
    touch('pointerdown')
    end()
    vi.advanceTimersByTime(1_000)
    expect(presses).toEqual([])
  })
})
