import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'
import styles from './CopyButton.module.css'
import { useText } from '../i18n.ts'

const SHOWN_MS = 2_000

interface CopyButtonProps {
  readonly text: string
  /** A sign in place of the word, until there is something to say. */
  readonly compact?: boolean
}

/** Copies a text, and says in place whether it did. */
export function CopyButton({ text, compact = false }: CopyButtonProps) {
  const t = useText()
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const said = state === 'ready' ? '' : t(state === 'copied' ? 'copy.done' : 'copy.failed')
  return (
    <>
      <button
        type="button"
        className={styles.copy}
        data-compact={(compact && said === '') || undefined}
        {...(compact && said === '' && { 'aria-label': t('copy.do'), title: t('copy.do') })}
        onClick={() => void copyText(text).then((copied) => setState(copied ? 'copied' : 'failed'))}
      >
        {said || (compact ? <Copy size={16} strokeWidth={1.8} aria-hidden /> : t('copy.do'))}
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  )
}
