import { useText } from '~/ui/i18n'
import styles from './MessageText.module.css'

/** Shown where the rest of a very long message was left out. */
export function ShowAll({ onClick }: { readonly onClick: () => void }) {
  const t = useText()
  return <button type="button" className={styles.more} onClick={onClick} aria-label={t('text.all')} data-label={t('text.all')} />
}
