import { X } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import modalStyles from '~/ui/modal/Modal.module.css'
import { useModal } from '~/ui/modal/use-modal'
import styles from './ModalCard.module.css'
import { useClosesOnBack } from '../use-closes-on-back.ts'

interface ModalCardProps {
  /** Its name, which stands at its top. */
  readonly label: string
  /** At most, px. */
  readonly width: number
  readonly onClose: () => void
  /** @param close what is pressed in it may lead away */
  readonly children: (close: () => void) => ReactNode
}

/** A card over the whole page, to be read and closed again: by its cross, Escape, Back, or a press beside it. */
export function ModalCard({ label, width, onClose, children }: ModalCardProps) {
  const t = useText()
  const modal = useModal(onClose)
  useClosesOnBack(true, modal.close)
  return (
    <dialog
      {...modal.props}
      className={`${modalStyles.frame} ${styles.card}`}
      style={{ '--card-width': `${width}px` } as CSSProperties}
      aria-label={label}
    >
      <header className={styles.head}>
        <h2>{label}</h2>
        <IconButton label={t('viewer.close')} onClick={modal.close}>
          <X size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </header>
      <div className={styles.body} tabIndex={0} role="group" aria-label={label}>
        {children(modal.close)}
      </div>
    </dialog>
  )
}
