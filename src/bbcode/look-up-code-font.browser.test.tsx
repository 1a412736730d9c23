import { expect, it, vi } from 'vitest'
import { lookUpCodeFont } from './look-up-code-font.ts'

it('the font that is looked up is the one in which code is written', async () => {
  const code = document.createElement('pre')
  code.style.font = '0.8125rem/1.25rem var(--font-mono)'
  document.body.append(code)
  const { fontSize, fontFamily } = getComputedStyle(code)
  code.remove()
  const measured: string[] = []
  const measure = vi.spyOn(CanvasRenderingContext2D.prototype, 'measureText').mockImplementation(function (this: CanvasRenderingContext2D) {
    measured.push(this.font)
    return {} as TextMetrics
  })
  try {
    await lookUpCodeFont(new AbortController().signal)
  } finally {
    measure.mockRestore()
  }
  expect(measured).toEqual([`${fontSize} ${fontFamily}`])
})
