import { UnfoldVertical } from 'lucide-react'
import type { MessageId } from '~/domain/ids'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { InternalLink } from '~/navigation/InternalLink'
import { useText } from '~/ui/i18n'
import styles from '../MessageRow.module.css'
import own from './AboveRow.module.css'

/**
 * What there is to say of what stands before a message: records without a readable id, and so without a place, one that was asked for,
 * and all that is not shown.
 */
export function AboveRow({ row: { message, lostBefore, followsMissing, alone } }: { readonly row: TimelineRow }) {
  const t = useText()
  return (
    <>
      {lostBefore > 0 && <p className={styles.notice}>{t('row.lost', { count: lostBefore })}</p>}
      {followsMissing && (
        <p className={styles.notice} role="status">
          {t('timeline.gone')}
        </p>
      )}
      {alone && <ShowAround id={message.id} />}
    </>
  )
}

/** Leads from a message that is shown without its neighbours to where it stands among them. */
function ShowAround({ id }: { readonly id: MessageId }) {
  const t = useText()
  const label = t('filter.around')
  return (
    <InternalLink to={{ messageId: id }} className={own.around} title={label} data-around>
      <UnfoldVertical size={14} strokeWidth={1.8} aria-hidden />
      <span className={own.word}>{label}</span>
    </InternalLink>
  )
}
