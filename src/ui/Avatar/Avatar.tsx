import { useState, type CSSProperties, type HTMLAttributes } from 'react'
import { darkenForWhiteText } from '~/lib/colors'
import { initialsOf } from '~/lib/text/names'
import { OnBack } from '../OnBack.tsx'
import styles from './Avatar.module.css'

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
  const [failed, setFailed] = useState<string | null>(null)
  if (url !== null && failed !== url) {
    return (
      <img {...shown} src={url} alt="" referrerPolicy="no-referrer" decoding="async" draggable={false} onError={() => setFailed(url)} />
    )
  }
  return (
    <span {...shown} style={{ '--avatar-color': darkenForWhiteText(color ?? NEUTRAL) } as CSSProperties} aria-hidden>
      {url !== null && <OnBack then={() => setFailed(null)} />}
      {initialsOf(name)}
    </span>
  )
}
