import { useText } from '../i18n.ts'
import { FailureNotice } from '../Notice/index.ts'
import { deferredLoads } from './DeferredLoads.ts'

/** Shown in place of what could not be loaded. */
export function PartFailure() {
  const t = useText()
  return (
    <FailureNotice onRetry={() => deferredLoads.retry({ byReader: true })} topic="part-missing">
      {t('error.part')}
    </FailureNotice>
  )
}
