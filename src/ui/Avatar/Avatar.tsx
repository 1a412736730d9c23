import { useReducer, type CSSProperties, type HTMLAttributes } from 'react'
import { darkenForWhiteText } from '~/lib/colors'
import { initialsOf } from '~/lib/text/names'
import { OnBack } from '../OnBack.tsx'
import styles from './Avatar.module.css'
import { addressFailed, failedAddresses } from './failed-addresses.ts'

interface AvatarProps extends Omit<HTMLAttributes<HTMLElement>, 'color'> {
  readonly name: string
  /** `#rrggbb`; a neutral one when null. */
  readonly color: string | null
  readonly url: string | null
}

const NEUTRAL = '#5b6570'

/** A picture, or initials on the person's own colour; decorative, because the name is beside it. What else is given becomes attributes. */
export function Avatar({ name, color, url, className = '', ...attributes }: AvatarProps) {
  const shown = { ...attributes, className: `${styles.avatar} ${className}` }
  const [, lookAgain] = useReducer((turns: number) => turns + 1, 0)
  if (url !== null && !failedAddresses.has(url)) {
    const fail = () => {
      addressFailed(url)
      lookAgain()
    }
    return <img {...shown} src={url} alt="" referrerPolicy="no-referrer" decoding="async" draggable={false} onError={fail} />
  }
  return (
    <span {...shown} style={{ '--avatar-color': darkenForWhiteText(color ?? NEUTRAL) } as CSSProperties} aria-hidden>
      {url !== null && <OnBack then={lookAgain} />}
      {initialsOf(name)}
    </span>
  )
}
