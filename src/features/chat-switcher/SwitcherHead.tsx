import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import styles from './ChatSwitcher.module.css'

interface SwitcherHeadProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  /** Of the list that it leads through. */
  readonly listId: string
  /** Whether there is something in it. */
  readonly expanded: boolean
  readonly onClose: () => void
}

/** The field of the switcher, and the way out of it. */
export function SwitcherHead({ listId, expanded, onClose, ...field }: SwitcherHeadProps) {
  const t = useText()
  return (
    <div className={styles.head}>
      <Search size={18} strokeWidth={1.8} aria-hidden />
      <input
        type="text"
        role="combobox"
        className={styles.field}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={t('switcher.find')}
        aria-label={t('switcher.find')}
        aria-expanded={expanded}
        aria-controls={listId}
        {...field}
      />
      <IconButton label={t('viewer.close')} onClick={onClose}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </div>
  )
}
