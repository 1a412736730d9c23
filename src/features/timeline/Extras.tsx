import { useMemo } from 'react'
import type { TextMessage } from '~/domain/message'
import { extrasOf } from '~/queries/extras'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { AttachCard } from './AttachCard.tsx'
import { Likes } from './Likes.tsx'
import { KeyboardRows } from './KeyboardRows.tsx'
import styles from './Extras.module.css'

/** What stands beneath a message's text and files: cards, a keyboard, likes. */
export function Extras({ message }: { readonly message: TextMessage }) {
  const t = useText()
  const client = usePortal()
  const { attaches, keyboard } = useMemo(() => extrasOf(client, message), [client, message])
  const nothing = attaches.length === 0 && keyboard.length === 0 && message.text.trim() === '' && message.fileIds.length === 0
  return (
    <>
      {nothing && <i className={styles.gone}>{t('row.empty')}</i>}
      {attaches.length > 0 && (
        <div className={styles.attaches}>
          {attaches.map((attach, index) => (
            <AttachCard key={index} attach={attach} />
          ))}
        </div>
      )}
      {keyboard.length > 0 && <KeyboardRows rows={keyboard} />}
      {message.likes.length > 0 && <Likes ids={message.likes} />}
    </>
  )
}
