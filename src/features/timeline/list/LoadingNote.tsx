import { useEffect, useState } from 'react'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import styles from './LoadingNote.module.css'

/** After so long it is worth a word that something is still loading, ms. */
const LONG_MS = 6_000
/** A shorter wait for the portal's limits is over before it has been read, ms. */
const SHORT_MS = 1_500

/**
 * Where messages are awaited: nothing at first, then that they are still being loaded, or for how long the portal holds them up.
 * Without a network nothing is being loaded, whatever is still being tried.
 */
export function LoadingNote() {
  const t = useText()
  const waiting = useWaiting()
  if (waiting === null) return null
  return (
    <p className={styles.note}>
      <span role="status">{t(typeof waiting === 'number' ? 'loading.limited' : `loading.${waiting}`)}</span>
      {/* Seen to count, and not read out every second. */}
      {typeof waiting === 'number' && <span role="timer"> {t('loading.again', { seconds: waiting })}</span>}
    </p>
  )
}

type Waiting = 'long' | 'offline' | number | null

/** Null for nothing to say; the seconds that are left where the portal's limits hold the request up: 0 for any moment. */
function useWaiting(): Waiting {
  const { heldUntil } = usePortal()
  const [waiting, setWaiting] = useState<Waiting>(null)
  useEffect(() => {
    const began = Date.now()
    const look = () => {
      const now = Date.now()
      const until = heldUntil.get()
      setWaiting((before) => {
        if (!navigator.onLine) return 'offline'
        // Once it was said it stays until the request has gone through: it may be held up again.
        if (until !== null && (typeof before === 'number' || until - now > SHORT_MS)) return Math.max(0, Math.ceil((until - now) / 1000))
        return now - began >= LONG_MS ? 'long' : null
      })
    }
    const timer = setInterval(look, 1_000)
    const unsubscribe = heldUntil.subscribe(look)
    look()
    return () => {
      clearInterval(timer)
      unsubscribe()
    }
  }, [heldUntil])
  return waiting
}
