import { Search, X } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { useText } from '~/ui/i18n'
import styles from './ChatList.module.css'

interface ChatSearchProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** For keys that lead into the list. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The field in which a chat is looked for. Escape clears it. */
export function ChatSearch({ value, onChange, onKeyDown }: ChatSearchProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    onChange('')
    input.current?.focus()
  }
  return (
    <div className={styles.find}>
      <Search size={16} strokeWidth={1.8} aria-hidden />
      <input
        ref={input}
        type="search"
        value={value}
        placeholder={t('chats.find')}
        aria-label={t('chats.find')}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return onKeyDown(event)
          // The list itself stays open.
          event.stopPropagation()
          event.preventDefault()
          clear()
        }}
      />
      {value !== '' && (
        <button type="button" className={styles.clear} aria-label={t('chats.clear')} title={t('chats.clear')} onClick={clear}>
          <X size={16} strokeWidth={1.8} aria-hidden />
        </button>
      )}
    </div>
  )
}
