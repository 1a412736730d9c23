import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useExplain } from '~/dialog/use-explain'
import { endsAccess } from '~/domain/portal/ends-access'
import { mayPass } from '~/domain/portal/may-pass'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { MAX_FOUND, type ScanProgress } from '~/queries/AttachmentIndex'
import { usePortal } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { OnBack } from '~/ui/OnBack'
import { useCell } from '~/ui/use-cell'
import styles from './Panel.module.css'
import { useAttachmentIndex } from './useAttachmentIndex.ts'

/** What came during so short a time comes with the messages, or with the next look, ms. */
const RECENT_MS = 60_000

/** How far this list goes and until when it is complete, why it goes no farther, and a button to go on. */
export function Reached() {
  const t = useText()
  const { id: dialogId } = useDialog()
  const client = usePortal()
  const index = useAttachmentIndex()
  const progress = useCell(index.progress)
  const { complete, full, reading } = progress
  const explain = useExplain()
  // Said once for the page (`app/connectivity/AccessNotice.tsx`): the scan goes on by its button, or once the portal accepts the reader again.
  const isEnded = endsAccess(progress.failure)
  const failed = progress.failure === null || isEnded ? null : explain(progress.failure)
  const extent = useExtent(progress)

  useEffect(() => {
    const { newestKnownAt } = index.progress.get()
    if (newestKnownAt !== null && Date.now() - newestKnownAt > RECENT_MS) void index.update(client, dialogId)
  }, [index, client, dialogId])

  const scan = complete || full ? () => void index.update(client, dialogId) : () => void index.read(client, dialogId)
  const next = failed ? 'retry' : complete || full ? 'panel.newer' : 'panel.more'
  return (
    <p className={styles.reached} role="status">
      {(isEnded || mayPass(progress.failure)) && <OnBack then={scan} />}
      {joinNonEmpty([failed ? failed.sentence : '', extent], ' ')}{' '}
      {(reading || !failed || failed.canRetry) && (
        <Button look="link" onClick={reading ? index.stop : scan}>
          {t(reading ? 'panel.stop' : next)}
        </Button>
      )}
    </p>
  )
}

function useExtent({ oldestAt, contiguous, newestKnownAt, complete, full }: ScanProgress): string {
  const t = useText()
  const formats = useFormats()
  const date = oldestAt === null ? '' : formats.date(oldestAt)
  const asOf = newestKnownAt === null ? '' : t('panel.asOf', { time: formats.moment(newestKnownAt, Date.now()) })
  if (complete) return joinNonEmpty([t('panel.whole'), asOf], ' ')
  if (date === '') return ''
  if (full) return joinNonEmpty([t('panel.full', { number: formats.number(MAX_FOUND), date }), asOf], ' ')
  return contiguous ? joinNonEmpty([t('panel.since', { date }), asOf], ' ') : t('panel.read', { date })
}
