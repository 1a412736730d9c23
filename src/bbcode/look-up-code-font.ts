import { whileIdle } from '~/lib/while-idle'

/** As in `code/CodeBlock.module.css`. */
const SIZE_REM = 0.8125

/**
 * Has the browser find the font of code in a quiet moment. It asks the system for each of its names, which takes longer than
 * a frame, and would do so when the first code comes into sight.
 */
export async function lookUpCodeFont(signal: AbortSignal): Promise<void> {
  const measure = () => {
    const canvas = document.createElement('canvas').getContext('2d')
    const style = getComputedStyle(document.documentElement)
    if (!canvas) return
    canvas.font = `${SIZE_REM * parseFloat(style.fontSize)}px ${style.getPropertyValue('--font-mono')}`
    canvas.measureText('code')
  }
  await whileIdle([measure], (look) => look(), signal)
}
