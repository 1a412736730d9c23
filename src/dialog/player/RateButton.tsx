import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { RATES } from './AudioPlayer.ts'
import styles from './RateButton.module.css'
import { usePlayer } from './use-player.ts'

/** The playback speed; pressing it switches to the next. */
export function RateButton() {
  const t = useText()
  const formats = useFormats()
  const player = usePlayer()
  const rate = useCell(player.rate)
  const shown = `${formats.number(rate)}×`
  return (
    <button
      type="button"
      className={styles.rate}
      aria-label={t('player.rate', { rate: shown })}
      title={t('player.rate', { rate: shown })}
      onClick={() => player.setRate(RATES[(RATES.findIndex((known) => known === rate) + 1) % RATES.length] ?? 1)}
    >
      {shown}
    </button>
  )
}
