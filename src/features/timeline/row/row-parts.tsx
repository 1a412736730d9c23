import type { ReactNode } from 'react'
import { MessageText } from '~/bbcode/MessageText'
import type { History } from '~/domain/history/history'
import type { TextMessage } from '~/domain/message/message'
import { Deferred } from '~/ui/deferred/Deferred'
import type { Translate } from '~/ui/i18n'
import { ABOVE, BENEATH, hasAny, isBlank } from './blocks.ts'
import { extrasPart, filesPart } from './deferred-parts.ts'
import styles from './MessageRow.module.css'
import { extrasHeight, filesHeight, MEASURE, prefaceHeight } from './row-estimate.ts'

// Functions, not components: a row has as few of those as possible, and as few elements.

/** A message's text, or what is said in its place. */
export function textPart(message: TextMessage, t: Translate, className?: string): ReactNode {
  const { id, text, deleted } = message
  const block = { id: `t${id}`, className, 'data-message-text': true }
  if (deleted || isBlank(message)) {
    return (
      <div {...block}>
        <i className={styles.gone}>{t(deleted ? 'row.deleted' : 'row.empty')}</i>
      </div>
    )
  }
  return text.trim() === '' ? <div {...block} /> : <MessageText {...block} messageId={id} text={text} />
}

/** What stands above a message's text. */
export const partsAbove = (message: TextMessage): ReactNode =>
  !message.deleted &&
  hasAny(message, ABOVE) && (
    <Deferred part={extrasPart} heightPx={prefaceHeight(message)}>
      {({ Preface }) => <Preface message={message} />}
    </Deferred>
  )

/** What stands beneath it: its files, then the rest. */
export const partsBeneath = (message: TextMessage, files: History['files']): ReactNode =>
  !message.deleted && (
    <>
      {message.has.files && (
        <Deferred part={filesPart} heightPx={filesHeight(message, files, MEASURE)}>
          {({ Files }) => <Files message={message} files={files} />}
        </Deferred>
      )}
      {hasAny(message, BENEATH) && (
        <Deferred part={extrasPart} heightPx={extrasHeight(message)}>
          {({ Extras }) => <Extras message={message} />}
        </Deferred>
      )}
    </>
  )
