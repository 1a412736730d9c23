import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ChatFile } from '~/domain/message/chat-file'
import type { TextMessage } from '~/domain/message/message'
import type { Cell } from '~/lib/Cell'
import { formatDuration } from '~/lib/time/format-duration'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { OnBack } from '~/ui/OnBack'
import { useDialog } from '../state/DialogContext.ts'
import { peaksOf, type Peaks } from '../player/peaks.ts'
import { RateButton } from '../player/RateButton.tsx'
import { usePlayer } from '../player/use-player.ts'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { SaveButton } from './SaveButton.tsx'
import styles from './Sound.module.css'
import { useFileLoad } from './useFileLoad.ts'
import { useMediaLength } from './useMediaLength.ts'
import { useTrack } from './useTrack.ts'

interface SoundProps {
  readonly file: ChatFile
  readonly message: TextMessage
}

const BARS = 56
const FLAT: readonly number[] = Array.from({ length: BARS }, () => 0)

/** A voice note or a sound file. It plays in the portal's one player, so it goes on when it is scrolled away. */
export function Sound({ file, message }: SoundProps) {
  const t = useText()
  const formats = useFormats()
  const fileLoad = useFileLoad(file)
  const track = useTrack(file, message)
  const player = usePlayer()
  const playing = useSyncExternalStore(player.playing.subscribe, () => {
    const now = player.playing.get()
    return now?.track.id === track.id ? now : null
  })
  const peaks = usePeaks(file)
  const element = useRef<HTMLDivElement>(null)
  const length = useMediaLength(file, element)
  const duration = playing?.duration ?? peaks?.duration ?? length
  useInSight(element, playing !== null, player.inSight)
  const time = playing?.time ?? 0
  const name = file.voiceNote ? t('file.voice') : file.name
  const state = playing?.state
  const failed = state === 'failed' || state === 'unplayable'
  const facts =
    state === 'failed'
      ? t(file.uploadUnsure ? 'file.notUploaded' : 'file.failed')
      : state === 'unplayable'
        ? t('file.unplayable')
        : state === 'loading'
          ? t('file.loading')
          : joinNonEmpty([
              file.voiceNote ? t('file.voice') : '',
              duration === null ? '' : playing ? `${formatDuration(time)} / ${formatDuration(duration)}` : formatDuration(duration),
              file.sizeBytes === null || duration !== null ? '' : formats.bytes(file.sizeBytes),
            ])
  return (
    <div ref={element} className={styles.sound}>
      {state === 'failed' && <OnBack then={() => player.stop()} />}
      <button
        type="button"
        className={styles.play}
        aria-label={t(state === 'playing' ? 'file.pause' : 'file.play', { name })}
        disabled={state === 'loading'}
        onClick={() => player.toggle(track)}
      >
        {state === 'playing' ? <Pause size={18} strokeWidth={1.8} aria-hidden /> : <Play size={18} strokeWidth={1.8} aria-hidden />}
      </button>
      <div className={styles.middle}>
        {!file.voiceNote && (
          <bdi className={styles.name} title={file.name}>
            {file.name}
          </bdi>
        )}
        <div className={styles.wave}>
          <Wave heights={peaks?.heights ?? FLAT} played={duration ? Math.min(1, time / duration) : 0} />
          <input
            className={styles.seek}
            type="range"
            min={0}
            max={duration ?? 1}
            step={0.1}
            value={duration === null ? 0 : Math.min(time, duration)}
            disabled={!playing || duration === null || failed}
            aria-label={t('player.seek', { name })}
            aria-valuetext={duration === null ? '' : `${formatDuration(time)} / ${formatDuration(duration)}`}
            onChange={(event) => player.seek(Number(event.target.value))}
          />
        </div>
        <small className={styles.facts} role={failed ? 'alert' : undefined} title={failed ? facts : undefined}>
          {facts}
        </small>
      </div>
      <span className={styles.actions}>
        {playing && <RateButton />}
        <SaveButton file={file} fileLoad={fileLoad} />
      </span>
    </div>
  )
}

/** Tells whether an element is in sight, while that matters. */
function useInSight(element: RefObject<HTMLElement | null>, matters: boolean, inSight: Cell<boolean>): void {
  useEffect(() => {
    if (!matters || !element.current) return
    const observer = new IntersectionObserver((entries) => inSight.set(entries.at(-1)?.isIntersecting ?? false))
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      inSight.set(false)
    }
  }, [element, matters, inSight])
}

/** Known once the bytes are loaded; they are not loaded for this. */
function usePeaks(file: ChatFile): Peaks | null {
  const { id: dialogId } = useDialog()
  const { data } = useQuery({ ...fileQuery(usePortal(), dialogId, file.id), enabled: false })
  const [peaks, setPeaks] = useState<Peaks | null>(null)
  useEffect(() => {
    if (!data) return
    let wanted = true
    void peaksOf(data, BARS).then((found) => wanted && setPeaks(found))
    return () => {
      wanted = false
    }
  }, [data])
  return peaks
}

const STEP = 4
const HEIGHT = 28

function Wave({ heights, played }: { readonly heights: readonly number[]; readonly played: number }) {
  const line = heights
    .map((height, at) => {
      const half = Math.max(1, (height * HEIGHT) / 2)
      return `M${at * STEP + 1.5} ${HEIGHT / 2 - half}v${half * 2}`
    })
    .join('')
  return (
    <svg className={styles.bars} viewBox={`0 0 ${heights.length * STEP - 1} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path d={line} />
      <path d={line} data-played style={{ clipPath: `inset(0 ${(1 - played) * 100}% 0 0)` }} />
    </svg>
  )
}
