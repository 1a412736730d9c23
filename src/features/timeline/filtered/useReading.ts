import { useCallback, useEffect, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { ScrollTarget } from '~/domain/history/destination'
import type { Anchor } from '~/domain/history/place'
import { useCell } from '~/ui/use-cell'
import type { FilteredSearch } from './filtered-search.ts'

/** Remembers where the reader is among what was found, and gives its list the focus that nothing else has. @returns that place; null before anything was read */
export function useReading({ before }: FilteredSearch, isShown: boolean): () => ScrollTarget | null {
  const view = useCell(useDialog().timeline)
  const own = isShown && view !== before ? view : null
  const anchor = useRef<Anchor | null>(null)
  useEffect(
    () =>
      own?.subscribe(() => {
        anchor.current = own.anchor() ?? anchor.current
      }),
    [own],
  )
  useEffect(() => {
    if (own && document.activeElement === document.body) own.element.focus({ preventScroll: true })
  }, [own])
  return useCallback(() => anchor.current && { at: 'message', ...anchor.current }, [])
}
