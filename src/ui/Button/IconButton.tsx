import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'aria-label' | 'title'> {
  /** Name for screen readers and tooltip. */
  readonly label: string
  readonly children: ReactNode
}

export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <button className={styles.icon} type="button" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  )
}
