import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { ScrollTarget } from '~/domain/history/destination'
import { useCell } from '~/ui/use-cell'
import type { FilteredSearch, FilterReading } from './filtered-search.ts'

/** Where the reader was among what was found; null before anything was read. */
export const placeOf = ({ anchor }: FilterReading): ScrollTarget | null => anchor && { at: 'message', ...anchor }

/** Remembers where the reader is among what was found, and gives its list the focus that nothing else has. */
export function useReading({ before, reading }: FilteredSearch, isShown: boolean): void {
  const view = useCell(useDialog().timeline)
  const own = isShown && view !== before ? view : null
  useEffect(
    () =>
      own?.subscribe(() => {
        reading.anchor = own.anchor() ?? reading.anchor
      }),
    [own, reading],
  )
  useEffect(() => {
    if (own && document.activeElement === document.body) own.element.focus({ preventScroll: true })
  }, [own])
}
