import { useText } from '~/ui/i18n'
import styles from './SkipLink.module.css'

interface SkipLinkProps {
  /** Whether it is for windows that show one column alone, or for the others. */
  readonly narrow?: boolean
}

/** The first thing that Tab reaches: leads past everything else to the messages. In sight while it has the focus. */
export function SkipLink({ narrow = false }: SkipLinkProps) {
  const t = useText()
  return (
    <a
      href="#messages"
      className={styles.skip}
      data-narrow={narrow || undefined}
      onClick={(event) => {
        // Not a place of its own.
        event.preventDefault()
        const page = event.currentTarget.closest('[data-dialog]')
        page?.querySelector<HTMLElement>('[data-testid="message-list"]')?.focus({ preventScroll: true })
      }}
    >
      {t('shell.skip')}
    </a>
  )
}
