import type { TextMessage } from '~/domain/message/message'
import { AttachCard } from './AttachCard.tsx'
import { KeyboardRows } from './KeyboardRows.tsx'
import { Reactions } from './Reactions.tsx'
import { Sticker } from './Sticker.tsx'
import styles from './Extras.module.css'

/** What is shown below a message's text and files: a sticker, cards, a keyboard, reactions. */
export function Extras({ message: { has, sticker, attaches, keyboard, reactions } }: { readonly message: TextMessage }) {
  return (
    <>
      {sticker && <Sticker sticker={sticker} />}
      {has.attaches && (
        <div className={styles.attaches}>
          {attaches.map((attach, index) => (
            <AttachCard key={index} attach={attach} />
          ))}
        </div>
      )}
      {has.keyboard && <KeyboardRows rows={keyboard} />}
      {has.reactions && <Reactions reactions={reactions} />}
    </>
  )
}

export { AboveRow } from './AboveRow.tsx'
export { EventIcon } from './EventIcon.tsx'
export { Preface } from './Preface.tsx'
export { SentAvatar } from './SentAvatar.tsx'
export { SystemRun } from '../SystemRun.tsx'
export { UnknownRow } from '../UnknownRow.tsx'
