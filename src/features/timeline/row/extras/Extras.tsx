import { useMemo } from 'react'
import type { TextMessage } from '~/domain/message'
import { extrasOf, natureOf } from '~/queries/extras'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { AttachCard } from './AttachCard.tsx'
import { KeyboardRows } from './KeyboardRows.tsx'
import { Reactions, reactionsOf } from './Reactions.tsx'
import { Sticker } from './Sticker.tsx'
import styles from './Extras.module.css'

/** What stands beneath a message's text and files: a sticker, cards, a keyboard, reactions. */
export function Extras({ message }: { readonly message: TextMessage }) {
  const t = useText()
  const client = usePortal()
  const { attaches, keyboard } = useMemo(() => extrasOf(client, message), [client, message])
  const { sticker } = useMemo(() => natureOf(message), [message])
  const reactions = reactionsOf(message)
  const nothing =
    sticker === null && attaches.length === 0 && keyboard.length === 0 && message.text.trim() === '' && message.fileIds.length === 0
  return (
    <>
      {nothing && <i className={styles.gone}>{t('row.empty')}</i>}
      {sticker !== null && <Sticker name={sticker} url={message.enrichment?.stickerUrl ?? null} />}
      {attaches.length > 0 && (
        <div className={styles.attaches}>
          {attaches.map((attach, index) => (
            <AttachCard key={index} attach={attach} />
          ))}
        </div>
      )}
      {keyboard.length > 0 && <KeyboardRows rows={keyboard} />}
      {reactions.length > 0 && <Reactions reactions={reactions} />}
    </>
  )
}

export { Preface } from './Preface.tsx'
export { SystemRun } from '../SystemRun.tsx'
export { LostBefore, UnknownRow } from '../UnknownRow.tsx'
