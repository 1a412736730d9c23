import { useEffect } from 'react'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { useOnline } from './use-online.ts'

/** Shown while the device is offline. Once it is online again, what failed is loaded again. */
export function OfflineNotice() {
  const t = useText()
  const online = useOnline()
  useEffect(() => {
    if (online) deferredLoads.retry({ byReader: false })
  }, [online])
  return online ? null : <Notice kind="info">{t('shell.offline')}</Notice>
}
