import { Phone, SendHorizontal, SquarePen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '~/ui/i18n'
import styles from './UnsupportedAction.module.css'

interface InertProps {
  readonly kind: 'call' | 'send' | 'put'
  /** Number, command or text. */
  readonly value: string
  readonly label: ReactNode
  /** The label as text. */
  readonly written: string
}

const icons = { call: Phone, send: SendHorizontal, put: SquarePen } as const

/** An action that works only in the messenger; says what it would do there. */
export function UnsupportedAction({ kind, value, label, written }: InertProps) {
  const t = useText()
  const Icon = icons[kind]
  const does = t(`markup.${kind}`, { value })
  return (
    <span className={styles.inert} title={does} role="note" aria-label={`${written}. ${does}`} tabIndex={0} data-label={does}>
      <Icon className={styles.icon} size={13} strokeWidth={1.8} aria-hidden />
      {label}
    </span>
  )
}
