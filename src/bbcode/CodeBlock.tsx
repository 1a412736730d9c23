import { useText } from '~/ui/i18n'
import { Loaded } from '~/ui/Loaded'
import { Part } from '~/ui/part'
import styles from './CodeBlock.module.css'

const copyPart = new Part(() => import('~/ui/CopyButton'))

export function CodeBlock({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <div className={styles.block}>
      {/* Scrolls sideways, so it has to be reachable by keyboard. */}
      <pre className={styles.code} dir="ltr" tabIndex={0} role="region" aria-label={t('code.label')}>
        {code}
      </pre>
      <span className={styles.copy}>
        <Loaded part={copyPart}>{({ CopyButton }) => <CopyButton text={code} />}</Loaded>
      </span>
    </div>
  )
}
