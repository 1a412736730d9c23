import { Image } from 'lucide-react'
import { useText } from '~/ui/i18n'
import styles from './Icon.module.css'
import { usePicture } from './usePicture.ts'

interface IconProps {
  readonly address: string
  readonly title: string
  /** px */
  readonly width: number
  readonly height: number
}

/** A picture within a line, the same size before it has loaded as after. */
export function Icon({ address, title, width, height }: IconProps) {
  const t = useText()
  const { href, host, state, show, fail } = usePicture(address)
  const plain = title || t('markup.icon')
  if (href === null) return `(${plain})`
  if (state === 'shown')
    return (
      <img
        className={styles.icon}
        src={href}
        alt={plain}
        title={title || undefined}
        width={width}
        height={height}
        data-plain={`(${plain})`}
        referrerPolicy="no-referrer"
        decoding="async"
        draggable={false}
        onError={fail}
      />
    )
  const label = t(state === 'failed' ? 'markup.pictureRetry' : 'markup.pictureShow', { host })
  return (
    <button
      type="button"
      className={styles.waiting}
      style={{ width, height }}
      onClick={show}
      aria-label={`${plain}. ${label}`}
      title={`${plain}. ${label}`}
      data-plain={`(${plain})`}
    >
      <Image size={Math.min(14, width - 4, height - 4)} strokeWidth={1.8} aria-hidden />
    </button>
  )
}
