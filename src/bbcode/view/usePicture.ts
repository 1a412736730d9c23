import { useEffect, useState } from 'react'
import { onBack } from '~/lib/on-return'
import { useMarkup } from './MarkupContext.ts'
import { isOwnPicture } from '../text/pictures.ts'
import { safeUrl } from '../text/safe-url.ts'

/** Pictures the reader chose to load; kept, because rows mount and unmount. */
const asked = new Set<string>()

interface Picture {
  /** Null when it may not be shown at all. */
  readonly href: string | null
  /** The server that would learn about the reader. */
  readonly host: string
  readonly state: 'waits' | 'shown' | 'failed'
  readonly show: () => void
  readonly fail: () => void
}

/**
 * A picture that a message names. Loading it reveals the reader to its server, so pictures from outside the portal wait
 * until the reader allows them, here or in the settings; and so does what may be no picture of the portal.
 */
export function usePicture(address: string): Picture {
  const { portal, showExternalImages } = useMarkup()
  const [wanted, setWanted] = useState(() => asked.has(address))
  const [failed, setFailed] = useState(false)
  useEffect(() => (failed ? onBack(() => setFailed(false)) : undefined), [failed])
  const safe = safeUrl(address, portal)
  const url = safe === null ? null : new URL(safe)
  const href = url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
  const own = url !== null && isOwnPicture(url, portal)
  return {
    href,
    host: url?.host ?? '',
    state: failed ? 'failed' : own || showExternalImages || wanted ? 'shown' : 'waits',
    show: () => {
      asked.add(address)
      setFailed(false)
      setWanted(true)
    },
    fail: () => setFailed(true),
  }
}
