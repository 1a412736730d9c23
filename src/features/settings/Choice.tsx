import { ChevronsUpDown } from 'lucide-react'
import { useId } from 'react'
import styles from './Choice.module.css'

interface ChoiceProps<Name extends string> {
  readonly label: string
  /** Names and their words, in order. */
  readonly options: readonly (readonly [Name, string])[]
  readonly value: Name
  readonly onChange: (name: Name) => void
}

/** One of a few, by the browser's own list; what is chosen stands there in words. */
export function Choice<Name extends string>({ label, options, value, onChange }: ChoiceProps<Name>) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.field}>
        <select
          id={id}
          value={value}
          onChange={({ target }) => {
            const chosen = options[target.selectedIndex]
            if (chosen) onChange(chosen[0])
          }}
        >
          {options.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        <ChevronsUpDown size={14} strokeWidth={1.8} aria-hidden />
      </span>
    </div>
  )
}
