import { Download } from 'lucide-react'
import { useState } from 'react'
import { ModalCard } from '~/dialog/modal/ModalCard'
import { useRequestLog } from '~/dialog/request-log'
import { saveBlob } from '~/lib/save-blob'
import { usePortal } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { CopyButton } from '~/ui/clipboard/CopyButton'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { RequestRow } from './RequestRow.tsx'
import styles from './Requests.module.css'
import { claimOf, requestsText } from './requests-text.ts'
import { RequestTotals } from './RequestTotals.tsx'

/** Shown at a time. */
const STEP = 100

/** Every request that the page has made, as proof that reading leaves no trace: how many of each, each by itself, and all as a text. */
export function RequestsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const formats = useFormats()
  const { portal } = usePortal()
  const { host } = new URL(portal)
  const log = useRequestLog()
  useCell(log.count)
  const [shown, setShown] = useState(STEP)
  const { records, totals, ownParts, dropped } = log
  const count = totals.reduce((sum, { alone }) => sum + alone, 0)
  const claim = t(claimOf(totals))
  const number = (value: number) => ({ count: value, number: formats.number(value) })
  const notes = [
    t('requests.ownParts', { ...number(ownParts.count), host: window.location.host }),
    count > records.length ? t('requests.older', number(count - records.length)) : '',
    dropped > 0 ? t('requests.dropped', number(dropped)) : '',
  ].filter((note) => note !== '')
  const text = () => requestsText({ portal: host, records, totals, claim, notes }, t)
  return (
    <ModalCard label={t('requests.label')} width={680} onClose={onClose}>
      {() => (
        <div className={styles.content}>
          <p>{claim}</p>
          <div className={styles.actions}>
            <CopyButton text={text()} />
            <Button look="link" onClick={() => saveBlob(new Blob([text()], { type: 'text/plain' }), `${t('requests.label')} ${host}.txt`)}>
              <Download size={16} strokeWidth={1.8} aria-hidden />
              {t('requests.save')}
            </Button>
          </div>
          <RequestTotals totals={totals} />
          {notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <h3>{t('requests.each')}</h3>
          <ol className={styles.list} data-requests={count}>
            {records
              .toReversed()
              .slice(0, shown)
              .map((request) => (
                <RequestRow key={request.number} request={request} />
              ))}
          </ol>
          {records.length > shown && (
            <Button look="link" onClick={() => setShown((before) => before + STEP)}>
              {t('requests.more')}
            </Button>
          )}
        </div>
      )}
    </ModalCard>
  )
}
