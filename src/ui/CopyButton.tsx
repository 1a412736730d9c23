import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'
import styles from './CopyButton.module.css'
import { useText } from './i18n.ts'

const SHOWN_MS = 2_000

export function CopyButton({ text }: { readonly text: string }) {
  const t = useText()
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <button
      type="button"
      className={styles.copy}
      onClick={() => void copyText(text).then((copied) => setState(copied ? 'copied' : 'failed'))}
    >
      {t(state === 'copied' ? 'copy.done' : state === 'failed' ? 'copy.failed' : 'copy.do')}
    </button>
  )
}
