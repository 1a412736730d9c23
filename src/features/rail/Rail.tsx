import { X } from 'lucide-react'
import { useEffect, type KeyboardEvent, type PointerEvent, type WheelEvent } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import type { History } from '~/domain/history/history'
import { IconButton } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './Rail.module.css'
import { RailPicture } from './RailPicture.tsx'
import { RailTicks } from './RailTicks.tsx'
import { useMarks } from './useMarks.ts'
import { useRailControl } from './useRailControl.ts'
import type { RailData } from './useRailData.ts'

interface RailProps {
  /** What it stands in. */
  readonly layer: HTMLElement
  readonly data: RailData
  readonly history: History
  /** What is in the list. */
  readonly shown: History
  readonly onBeginning: () => void
  readonly onLatest: () => void
}

/** The dialog's life to scale, as a slider: it shows where the reader is, and leads to any day. */
export function Rail({ layer, data, history, shown, onBeginning, onLatest }: RailProps) {
  const t = useText()
  const formats = useFormats()
  const { timeline } = useDialog()
  const marks = useMarks()
  const { control, refs, mode, days } = useRailControl(layer, data, { history, shown, onBeginning, onLatest })
  const { scale } = data
  const last = scale.indexOf(scale.last)

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    control.current?.measure(event.currentTarget)
    control.current?.drag(event.clientY)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) {
      if (control.current?.mode === 'dragging') control.current.drag(event.clientY)
    } else control.current?.hover(event.clientY)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !control.current?.key(event.key)) return
    event.preventDefault()
    // Escape closes one thing at a time.
    event.stopPropagation()
  }
  // To the list it is the wheel over itself: it scrolls, and is not on its way elsewhere any more.
  const onWheel = ({ nativeEvent: event }: WheelEvent) => {
    const list = timeline.get()?.element
    if (!list || event.ctrlKey) return
    list.dispatchEvent(new globalThis.WheelEvent('wheel', event))
    list.scrollBy({ top: event.deltaY * ([1, 16, list.clientHeight][event.deltaMode] ?? 1), behavior: 'instant' })
  }
  // Where a pointer has been is not where the keys are.
  useEffect(() => control.current?.follow(true), [control, mode])

  return (
    <>
      <div
        ref={refs.rail}
        className={styles.rail}
        role="slider"
        tabIndex={0}
        data-mode={mode}
        aria-label={t('rail.label')}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={last}
        // Until it is told where the reader is (`RailFace.ts`).
        aria-valuenow={last}
        aria-busy={mode === 'going'}
        onPointerEnter={(event) => control.current?.measure(event.currentTarget)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => control.current?.release()}
        onPointerCancel={() => control.current?.cancel()}
        onPointerLeave={() => control.current?.follow(true)}
        onKeyDown={onKeyDown}
        onWheel={onWheel}
      >
        <RailPicture data={data} marks={marks} />
        <RailTicks scale={scale} />
        <div ref={refs.place} className={styles.place} />
        <div ref={refs.bubble} className={styles.bubble} />
      </div>
      {days.wanted?.error != null && (
        <div className={styles.failure}>
          <ErrorNotice
            error={days.wanted.error}
            missing={t('rail.missing', { date: formats.calendarDate(days.wanted.day) })}
            onRetry={() => days.wanted && days.go(days.wanted.day)}
          />
          <IconButton label={t('day.close')} onClick={() => control.current?.cancel()}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </div>
      )}
    </>
  )
}
