const LONG_PRESS_MS = 500
/** A finger that moves farther is scrolling. */
const MOVED_PX = 10

/** @param target what was pressed; x and y are px from the corner of the page */
type OnPress = (target: Element, x: number, y: number) => void

interface Press {
  readonly timer: ReturnType<typeof setTimeout>
  readonly target: Element
  readonly x: number
  readonly y: number
}

/**
 * Calls `onPress` when a finger rests on something inside `root`, be it a link or a picture: the browser's own menu does not open then, and
 * the click that some browsers make of it when the finger goes is none. @returns stops listening
 */
export function onLongPress(root: HTMLElement, isWanted: (target: Element) => boolean, onPress: OnPress): () => void {
  let press: Press | null = null
  let done = false
  const cancel = () => {
    if (press) clearTimeout(press.timer)
    press = null
  }
  const take = ({ target, x, y }: Pick<Press, 'target' | 'x' | 'y'>) => {
    cancel()
    if (!done) onPress(target, x, y)
    done = true
  }
  const onPointerDown = ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
    cancel()
    done = false
    if (pointerType !== 'touch' || !(target instanceof Element) || !isWanted(target)) return
    const here = { target, x, y }
    press = { ...here, timer: setTimeout(() => take(here), LONG_PRESS_MS) }
  }
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > MOVED_PX) cancel()
  }
  // By a finger: browsers may be sooner than the timer. With a mouse nothing is pressed.
  const onContextMenu = (event: MouseEvent) => {
    if (!press && !done) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (press) take(press)
  }
  const onClick = (event: MouseEvent) => {
    if (!done) return
    done = false
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const stop = new AbortController()
  const passive = { passive: true, signal: stop.signal }
  const first = { capture: true, signal: stop.signal }
  root.addEventListener('pointerdown', onPointerDown, passive)
  root.addEventListener('pointermove', onPointerMove, passive)
  root.addEventListener('pointerup', cancel, passive)
  root.addEventListener('pointercancel', cancel, passive)
  root.addEventListener('contextmenu', onContextMenu, first)
  root.addEventListener('click', onClick, first)
  return () => {
    cancel()
    stop.abort()
  }
}
