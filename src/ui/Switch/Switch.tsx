import styles from './Switch.module.css'

interface SwitchProps {
  readonly label: string
  /** What follows from it, in a sentence. */
  readonly note?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ label, note, on, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <span>
        {label}
        {note !== undefined && <small>{note}</small>}
      </span>
      <input type="checkbox" role="switch" checked={on} aria-checked={on} onChange={({ target }) => onChange(target.checked)} />
    </label>
  )
}
