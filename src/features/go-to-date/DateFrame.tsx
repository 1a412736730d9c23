import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { BottomSheet } from '~/dialog/modal/BottomSheet'
import { useDialog } from '~/dialog/state/DialogContext'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import styles from './DateFrame.module.css'
import { isSheet } from './is-sheet.ts'

/** Distance from the button and from the edges of the page, px. */
const GAP = 8

interface DateFrameProps {
  /** What it opens beside; it has the focus afterwards. */
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The calendar's own window: beside what has opened it, and on phones over the lower edge of the screen, where a thumb reaches it. */
export function DateFrame({ anchor, onClose, children }: DateFrameProps) {
  const t = useText()
  const container = useCell(useDialog().popups)
  const onOpenChange = (open: boolean) => open || onClose()
  // The keyboard's focus goes into the calendar, to the day that is read.
  const own = { 'aria-label': t('day.go'), initialFocus: false, finalFocus: () => (anchor.isConnected ? anchor : false) } as const
  if (isSheet())
    return (
      <BottomSheet open onOpenChange={onOpenChange} {...own}>
        <div className={styles.sheet}>{children}</div>
      </BottomSheet>
    )
  return (
    <Popover.Root open onOpenChange={onOpenChange}>
      <Popover.Portal container={container}>
        <Popover.Positioner
          className={styles.positioner}
          anchor={anchor}
          align="end"
          sideOffset={GAP}
          collisionPadding={GAP}
          positionMethod="fixed"
        >
          <Popover.Popup className={styles.popup} {...own}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
