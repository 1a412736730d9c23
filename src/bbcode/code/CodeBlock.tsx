import { useText } from '~/ui/i18n'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import styles from './CodeBlock.module.css'

const toolsPart = new DeferredModule(() => import('./CodeTools.tsx'))

export function CodeBlock({ code }: { readonly code: string }) {
  const t = useText()
  return (
    <div className={styles.block} data-code>
      {/* Scrolls sideways, so it has to be reachable by keyboard. */}
      <pre className={styles.code} dir="ltr" tabIndex={0} role="region" aria-label={t('code.label')}>
        {code}
      </pre>
      <span className={styles.copy}>
        <Deferred part={toolsPart}>{({ CodeTools }) => <CodeTools code={code} />}</Deferred>
      </span>
    </div>
  )
}
