import { Pause, Play, X } from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import { formatDuration } from '~/lib/time/format-duration'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { ProgressLine } from '~/ui/ProgressLine'
import { useCell } from '~/ui/use-cell'
import styles from './MiniPlayer.module.css'
import { RateButton } from './RateButton.tsx'
import { usePlayer } from './use-player.ts'

/** The current sound, wherever the reader has gone since, with a link back to its message; not beside that. */
export function MiniPlayer() {
  const t = useText()
  const player = usePlayer()
  const playing = useCell(player.playing)
  const doubled = useCell(player.inSight)
  if (!playing) return null
  const { track, state, time, duration } = playing
  const name = track.voice ? t('file.voiceFrom', { name: track.title }) : track.title
  const failure = state === 'failed' ? t('file.failed') : state === 'unplayable' ? t('file.unplayable') : null
  return (
    <section className={styles.player} data-doubled={doubled || undefined} aria-label={t('player.label')}>
      <IconButton
        label={t(state === 'playing' ? 'file.pause' : 'file.play', { name })}
        disabled={state === 'loading'}
        onClick={() => player.toggle(track)}
      >
        {state === 'playing' ? <Pause size={18} strokeWidth={1.8} aria-hidden /> : <Play size={18} strokeWidth={1.8} aria-hidden />}
      </IconButton>
      <InternalLink className={styles.track} to={track.from} title={t('player.back')}>
        <bdi className={styles.title}>{track.title}</bdi>
        <small className={styles.time} role={failure === null ? undefined : 'alert'}>
          {failure ?? `${formatDuration(time)}${duration === null ? '' : ` / ${formatDuration(duration)}`}`}
        </small>
      </InternalLink>
      <RateButton />
      <IconButton label={t('player.close')} onClick={() => player.stop()}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      <ProgressLine share={duration ? time / duration : 0} />
    </section>
  )
}
