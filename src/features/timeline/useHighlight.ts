import { useEffect, useState } from 'react'
import type { MessageId } from '~/domain/ids'
import type { Place } from '~/domain/history/place'

const SHOWN_MS = 3_500

/** The message that was jumped to, for as long as it is highlighted. */
export function useHighlight(place: Place): MessageId | null {
  // Returning to a place is not a jump.
  const target = place.anchor === null ? place.target : null
  const [over, setOver] = useState<string | null>(null)
  useEffect(() => {
    if (target === null) return
    const timer = setTimeout(() => setOver(place.entry), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [target, place.entry])
  return over === place.entry ? null : target
}
