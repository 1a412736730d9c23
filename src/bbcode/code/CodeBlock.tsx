import { useText } from '~/ui/i18n'
import { Loaded } from '~/ui/deferred/Loaded'
import { Part } from '~/ui/deferred/part'
import styles from './CodeBlock.module.css'

const toolsPart = new Part(() => import('./CodeTools.tsx'))

export function CodeBlock({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <div className={styles.block} data-code>
      {/* Scrolls sideways, so it has to be reachable by keyboard. */}
      <pre className={styles.code} dir="ltr" tabIndex={0} role="region" aria-label={t('code.label')}>
        {code}
      </pre>
      <span className={styles.copy}>
        <Loaded part={toolsPart}>{({ CodeTools }) => <CodeTools code={code} />}</Loaded>
      </span>
    </div>
  )
}
