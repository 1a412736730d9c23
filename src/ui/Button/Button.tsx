import type { ComponentProps } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary` for the one thing to do, `link` inside a sentence. */
  readonly look?: 'primary' | 'plain' | 'link'
}

export function Button({ look = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button className={styles.button} data-look={look} type={type} {...rest} />
}
