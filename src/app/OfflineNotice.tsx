import { useSyncExternalStore } from 'react'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says so while the device has no network: what is loaded can still be read. */
export function OfflineNotice() {
  const t = useText()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return online ? null : <Notice kind="info">{t('shell.offline')}</Notice>
}
