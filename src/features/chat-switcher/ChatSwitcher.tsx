import { useId, useState } from 'react'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import modalStyles from '~/ui/modal/Modal.module.css'
import { useModal } from '~/ui/modal/use-modal'
import styles from './ChatSwitcher.module.css'
import { SwitcherHead } from './SwitcherHead.tsx'

const SwitcherContent = lazyPart(() => import('./SwitcherContent.tsx').then((part) => part.SwitcherContent))

/**
 * Leads to any chat of the portal by its name, or by an address that is pasted. Its field is there at once: what is typed while the rest
 * loads is not lost.
 */
export function ChatSwitcher({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const modal = useModal(onClose)
  useClosesOnBack(true, modal.close)
  const [typed, setTyped] = useState('')
  const listId = useId()
  return (
    <dialog {...modal.props} className={`${modalStyles.frame} ${styles.dialog}`} aria-label={t('switcher.label')}>
      <PartBoundary
        waiting={
          <SwitcherHead
            listId={listId}
            expanded={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onClose={modal.close}
          />
        }
      >
        <SwitcherContent listId={listId} typed={typed} onType={setTyped} onClose={modal.close} />
      </PartBoundary>
    </dialog>
  )
}
