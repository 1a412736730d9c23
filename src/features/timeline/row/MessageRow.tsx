import { memo } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { useText } from '~/ui/i18n'
import { DayHeading } from './Day.tsx'
import { extrasPart } from './deferred-parts.ts'
import styles from './MessageRow.module.css'
import { PersonRow } from './PersonRow.tsx'
import { FOLD, LOST, UNKNOWN } from './row-estimate.ts'
import { RowBoundary } from './RowBoundary.tsx'
import { sameMessageRow, type MessageRowProps } from './row-props.ts'
import { SystemRow } from './SystemRow.tsx'

/** A message with what stands above it: day, border of the unread, what was lost. */
export const MessageRow = memo(function MessageRow({ ref, row, files, highlighted, position, tabbable, onFocus, onBlur }: MessageRowProps) {
  const t = useText()
  const { message } = row
  const text = message.kind === 'unknown' ? '' : message.text
  return (
    <article
      ref={ref}
      className={styles.article}
      data-row-key={row.key}
      tabIndex={tabbable ? 0 : -1}
      aria-labelledby={`a${message.id} t${message.id}`}
      aria-describedby={`w${message.id}`}
      aria-posinset={position ?? undefined}
      aria-setsize={-1}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {row.startsDay && row.day !== null && <DayHeading day={row.day} />}
      {row.startsUnread && <p className={styles.unread}>{t('row.unread')}</p>}
      {(row.lostBefore > 0 || row.followsMissing || row.alone) && (
        <Deferred part={extrasPart} heightPx={LOST}>
          {({ AboveRow }) => <AboveRow row={row} />}
        </Deferred>
      )}
      {message.kind === 'system' && row.folded ? (
        <Deferred part={extrasPart} heightPx={FOLD}>
          {({ SystemRun }) => <SystemRun messages={[message, ...(row.folded ?? [])]} files={files} highlighted={highlighted} />}
        </Deferred>
      ) : (
        <div
          className={styles.row}
          data-message-id={message.id}
          data-first={row.startsGroup || undefined}
          data-kind={message.kind}
          data-highlighted={highlighted !== null || undefined}
        >
          <RowBoundary key={text} text={text}>
            {message.kind === 'unknown' && (
              <Deferred part={extrasPart} heightPx={UNKNOWN}>
                {({ UnknownRow }) => <UnknownRow message={message} />}
              </Deferred>
            )}
            {message.kind === 'system' && <SystemRow message={message} files={files} />}
            {message.kind === 'message' && <PersonRow message={message} first={row.startsGroup} files={files} />}
          </RowBoundary>
        </div>
      )}
    </article>
  )
}, sameMessageRow)
