import { Image, ImageOff } from 'lucide-react'
import { useText } from '~/ui/i18n'
import type { PictureSize } from '../text/pictures.ts'
import { SafeLink } from './SafeLink.tsx'
import styles from './SentPicture.module.css'
import { usePicture } from './usePicture.ts'

interface SentPictureProps {
  readonly address: string
  /** Where it leads when it is pressed. */
  readonly leadsTo: string
  readonly size: PictureSize
  /** Empty when its author gave none. */
  readonly alt: string
  /** Text of the link shown until the picture may load; the address when absent. */
  readonly label?: string
}

/** A picture given by its address. It takes the same height before it has loaded as after. */
export function SentPicture({ address, leadsTo, size, alt, label: words = address }: SentPictureProps) {
  const t = useText()
  const { href, host, state, show, fail } = usePicture(address)
  const link = (
    <SafeLink address={leadsTo} label={words}>
      {words}
    </SafeLink>
  )
  if (href === null) return words
  if (state === 'shown')
    return (
      <SafeLink address={leadsTo} label={address}>
        <span className={styles.box} data-size={size}>
          <img
            className={styles.image}
            src={href}
            alt={alt || words}
            data-plain={address}
            referrerPolicy="no-referrer"
            decoding="async"
            draggable={false}
            onError={fail}
          />
        </span>
      </SafeLink>
    )
  const label = t(state === 'failed' ? 'markup.pictureRetry' : 'markup.pictureShow', { host })
  return (
    <>
      {link}
      <button type="button" className={styles.show} onClick={show} aria-label={label} data-label={label}>
        {state === 'failed' ? <ImageOff size={14} strokeWidth={1.8} aria-hidden /> : <Image size={14} strokeWidth={1.8} aria-hidden />}
      </button>
    </>
  )
}
