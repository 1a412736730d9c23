import { useLanguage, useText } from '../i18n.ts'
import styles from './Button.module.css'

/** To an entry of the help that came with the app, in a page of its own (`docs/decisions/0047-help-that-comes-along.md`). */
export function HelpLink({ topic }: { readonly topic: string }) {
  return (
    <a className={styles.button} data-look="link" href={`./help/${useLanguage()}.html#${topic}`} target="_blank" rel="noopener noreferrer">
      {useText()('help.do')}
    </a>
  )
}
