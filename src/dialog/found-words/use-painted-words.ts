import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useDialog } from '../state/DialogContext.ts'
import { WordPainter, type FoundWords } from './WordPainter.ts'

/**
 * Paints words in the messages, in whichever window they are shown. @param found null for nothing @param onPainted called whenever
 * something may have been painted anew @returns what paints them
 */
export function usePaintedWords(found: FoundWords | null, onPainted: () => void = () => {}): RefObject<WordPainter | null> {
  const list = useCell(useDialog().timeline)?.element
  const painter = useRef<WordPainter | null>(null)
  const painted = useStableCallback(onPainted)
  const isPainting = found !== null
  useLayoutEffect(() => {
    if (!list || !isPainting) return
    const made = new WordPainter(list, painted)
    painter.current = made
    return () => {
      made.stop()
      painter.current = null
    }
  }, [list, isPainting, painted])
  // With what says how many there are: in the same frame.
  useLayoutEffect(() => {
    if (found) painter.current?.show(found)
  }, [found, list])
  return painter
}
