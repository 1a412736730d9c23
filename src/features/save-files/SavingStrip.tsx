import { FolderDown, TriangleAlert, X } from 'lucide-react'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { ProgressLine } from '~/ui/ProgressLine'
import { useCell } from '~/ui/use-cell'
import { HelpLink } from '~/dialog/HelpLink'
import { useFileSaving } from '~/dialog/saving/use-file-saving'
import styles from './SavingStrip.module.css'

/** Progress of saving files, shown in whichever dialog the reader is. */
export function SavingStrip() {
  const t = useText()
  const saving = useFileSaving()
  const job = useCell(saving.progress)
  if (!job) return null
  const { state, total, saved, failed } = job
  const names = failed.slice(0, 3).map(({ file }) => file.name)
  return (
    <section className={styles.strip} aria-label={t('saving.label')}>
      {failed.length > 0 || state === 'broken' ? (
        <TriangleAlert size={18} strokeWidth={1.8} aria-hidden />
      ) : (
        <FolderDown size={18} strokeWidth={1.8} aria-hidden />
      )}
      <span className={styles.words} role="status">
        {state === 'running'
          ? t('saving.running', { saved, total })
          : state === 'done' && failed.length === 0
            ? t('saving.done', { count: saved })
            : t('saving.partly', { saved, total })}
        {state === 'broken' && ` ${t('saving.broken')}`}
        {state === 'broken' && <HelpLink about="saving.broken" />}
        {failed.length > 0 && (
          <small className={styles.failed}>
            {t('saving.failed', { count: failed.length })} <bdi>{names.join(', ')}</bdi>
            {failed.length > names.length && '…'} <HelpLink about="saving.failed" />
          </small>
        )}
      </span>
      {state === 'running' ? (
        <Button look="link" onClick={() => saving.stop()}>
          {t('saving.stop')}
        </Button>
      ) : (
        <>
          {failed.length > 0 && (
            <Button look="link" onClick={() => void saving.save(failed, t)}>
              {t('retry')}
            </Button>
          )}
          <IconButton label={t('saving.close')} onClick={() => saving.dismiss()}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </>
      )}
      <ProgressLine share={(saved + failed.length) / total} />
    </section>
  )
}
