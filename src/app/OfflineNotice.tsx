import { useEffect } from 'react'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { useOnline } from './use-online.ts'

/** Says so while the device has no network: what is loaded can still be read. Once it is back, what is missing is fetched. */
export function OfflineNotice() {
  const t = useText()
  const online = useOnline()
  useEffect(() => {
    if (online) deferredLoads.retry({ byReader: false })
  }, [online])
  return online ? null : <Notice kind="info">{t('shell.offline')}</Notice>
}
