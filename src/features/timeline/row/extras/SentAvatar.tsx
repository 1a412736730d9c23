import { usePicture } from '~/bbcode/view/usePicture'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import styles from './SentAvatar.module.css'

interface SentAvatarProps {
  readonly name: string
  /** `#rrggbb`; a neutral one when null. */
  readonly color: string | null
  readonly address: string
}

/** An avatar that a message names, and not the portal: initials, until the reader asks for it as for any other picture. */
export function SentAvatar({ name, color, address }: SentAvatarProps) {
  const t = useText()
  const { href, host, state, show } = usePicture(address)
  const avatar = <Avatar name={name} color={color} url={state === 'shown' ? href : null} />
  if (href === null || state === 'shown') return avatar
  const label = t('markup.pictureShow', { host })
  return (
    <button
      type="button"
      className={styles.ask}
      title={label}
      aria-label={label}
      onClick={(event) => {
        // Around it, a press shows the author.
        event.stopPropagation()
        show()
      }}
    >
      {avatar}
    </button>
  )
}
