import { Sticker as StickerIcon } from 'lucide-react'
import { useState } from 'react'
import type { Sticker as StickerFacts } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import { OnBack } from '~/ui/OnBack'
import styles from './Sticker.module.css'

/** A sticker, or a box of its size with its name. */
export function Sticker({ sticker: { name, url } }: { readonly sticker: StickerFacts }) {
  const t = useText()
  const [broken, setBroken] = useState(false)
  const label = t('sticker.label', { name })
  return (
    <div className={styles.sticker}>
      {url !== null && !broken ? (
        <img src={url} alt={label} decoding="async" draggable={false} referrerPolicy="no-referrer" onError={() => setBroken(true)} />
      ) : (
        <>
          {broken && <OnBack then={() => setBroken(false)} />}
          <StickerIcon size={32} strokeWidth={1.4} aria-hidden />
          <span>{label}</span>
        </>
      )}
    </div>
  )
}
