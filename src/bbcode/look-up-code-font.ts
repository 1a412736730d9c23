import { whileIdle } from '~/lib/while-idle'

/** As in `code/CodeBlock.module.css`. */
const SIZE_REM = 0.8125

/**
 * Has the browser find the font of code in a quiet moment. It asks the system for each of its names, which takes longer than
 * a frame, and would do so when the first code comes into sight.
 */
export async function lookUpCodeFont(signal: AbortSignal): Promise<void> {
  const lookUp = (rem: number) => {
    const canvas = document.createElement('canvas').getContext('2d')
    if (!canvas) return
    const style = getComputedStyle(document.documentElement)
    canvas.font = `${rem * parseFloat(style.fontSize)}px ${style.getPropertyValue('--font-mono')}`
    canvas.measureText('code')
  }
  await whileIdle([SIZE_REM], lookUp, signal)
}
