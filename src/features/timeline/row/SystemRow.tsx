import { memo } from 'react'
import { MessageText } from '~/bbcode/MessageText'
import type { TextMessage } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import { ABOVE, BENEATH, hasAny } from './blocks.ts'
import { DeferredBlock } from './DeferredBlock.tsx'
import styles from './MessageRow.module.css'
import { extrasPart } from './deferred-parts.ts'
import { extrasHeight, prefaceHeight } from './row-estimate.ts'
import { Time } from './Time.tsx'

/** An event of the chat: short, without an author. */
export const SystemRow = memo(function SystemRow({ message }: { readonly message: TextMessage }) {
  const t = useText()
  return (
    <div className={styles.system}>
      <DeferredBlock part={extrasPart} when={hasAny(message, ABOVE)} heightPx={prefaceHeight(message)}>
        {({ Preface }) => <Preface message={message} />}
      </DeferredBlock>
      <span id={`a${message.id}`} className="visually-hidden" data-message-author>
        {t('row.system')}
      </span>
      <div id={`t${message.id}`} data-message-text>
        {message.deleted ? t('row.deleted') : <MessageText id={message.id} text={message.text} />}
      </div>{' '}
      <Time id={message.id} sentAt={message.sentAt} />
      <DeferredBlock part={extrasPart} when={hasAny(message, BENEATH)} heightPx={extrasHeight(message)}>
        {({ Extras }) => <Extras message={message} />}
      </DeferredBlock>
    </div>
  )
})
