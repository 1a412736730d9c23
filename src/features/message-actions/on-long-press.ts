const LONG_PRESS_MS = 500
/** A finger that moves farther is scrolling. */
const MOVED_PX = 10

/** Calls `onPress` when a finger rests on something inside `root`; x and y are px from the corner of the page. @returns stops listening */
export function onLongPress(root: HTMLElement, onPress: (target: Element, x: number, y: number) => void): () => void {
  let press: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null = null
  const cancel = () => {
    if (press) clearTimeout(press.timer)
    press = null
  }
  const onPointerDown = ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
    cancel()
    if (pointerType !== 'touch' || !(target instanceof Element)) return
    press = { x, y, timer: setTimeout(() => onPress(target, x, y), LONG_PRESS_MS) }
  }
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > MOVED_PX) cancel()
  }
  const stop = new AbortController()
  const passive = { passive: true, signal: stop.signal }
  root.addEventListener('pointerdown', onPointerDown, passive)
  root.addEventListener('pointermove', onPointerMove, passive)
  root.addEventListener('pointerup', cancel, passive)
  root.addEventListener('pointercancel', cancel, passive)
  return () => {
    cancel()
    stop.abort()
  }
}
