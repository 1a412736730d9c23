import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onLongPress } from './on-long-press.ts'

describe('a long press', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function watched() {
    const root = document.createElement('div')
    const text = root.appendChild(document.createElement('p'))
    const presses: unknown[] = []
    const end = onLongPress(root, (target, x, y) => presses.push([target, x, y]))
    const touch = (type: string, clientY = 20, pointerType = 'touch') =>
      text.dispatchEvent(new PointerEvent(type, { pointerType, bubbles: true, clientX: 10, clientY }))
    return { text, presses, end, touch }
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
