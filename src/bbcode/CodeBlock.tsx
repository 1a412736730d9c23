import { CopyButton } from '~/ui/CopyButton'
import { useText } from '~/ui/i18n'
import styles from './CodeBlock.module.css'

export function CodeBlock({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <div className={styles.block}>
      {/* Scrolls sideways, so it has to be reachable by keyboard. */}
      <pre className={styles.code} dir="ltr" tabIndex={0} role="region" aria-label={t('code.label')}>
        {code}
      </pre>
      <span className={styles.copy}>
        <CopyButton text={code} />
      </span>
    </div>
  )
}
