import { Wifi, WifiOff } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '~/ui/i18n'
import { askForAnother, type Link } from '../connection/change-connection.ts'
import { AccessNotice } from './AccessNotice.tsx'
import styles from './Connectivity.module.css'
import { useEndedAccess } from './useEndedAccess.ts'
import { useOnline } from './use-online.ts'
import { useRecovery } from './useRecovery.ts'

/** How long it is said that the network is back, ms. */
const SAID_MS = 4_000

export interface ConnectivityProps {
  /** Undefined in a frame. */
  readonly link: Link | undefined
  /** The reader is about to leave what is shown, and will come back to it. */
  readonly onLeave: () => void
}

/** What there is to say of the network and of the access to the portal; it lies over the page, so that nothing moves when it comes and goes. */
export function Connectivity({ link, onLeave }: ConnectivityProps) {
  const t = useText()
  useRecovery()
  const news = useNetworkNews()
  const ended = useEndedAccess()
  const connectAgain = (current: Link) => {
    onLeave()
    askForAnother(current)
  }
  return (
    <div className={styles.place}>
      <div role="status" data-testid="page-news">
        {news && (
          <p className={styles.news} data-news={news}>
            {news === 'offline' ? <WifiOff size={16} strokeWidth={1.8} aria-hidden /> : <Wifi size={16} strokeWidth={1.8} aria-hidden />}
            <span>{t(`shell.${news}`)}</span>
          </p>
        )}
      </div>
      {ended && <AccessNotice error={ended} onConnectAgain={link ? () => connectAgain(link) : null} />}
    </div>
  )
}

/** `offline` while it is gone, `online` for a moment when it has come back, and null for nothing new. */
function useNetworkNews(): 'offline' | 'online' | null {
  const online = useOnline()
  const before = useRef(online)
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    if (online === before.current) return
    before.current = online
    setBack(online)
    const timer = setTimeout(() => setBack(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [online])
  return online ? (isBack ? 'online' : null) : 'offline'
}
