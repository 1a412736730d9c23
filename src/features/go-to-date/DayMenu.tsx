import { Menu } from '@base-ui/react/menu'
import { useDialog } from '~/dialog/state/DialogContext'
import { dayAt } from '~/lib/time/clock'
import { dayAfter, monthBefore } from '~/lib/time/day-start'
import { useClock } from '~/ui/clock'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import menu from '~/ui/Menu.module.css'
import styles from './DayMenu.module.css'

interface DayMenuProps {
  /** The heading of a day, beside which it opens. */
  readonly anchor: HTMLElement
  readonly onDay: (day: string) => void
  readonly onBeginning: () => void
  /** Another day is wanted: the calendar. */
  readonly onCalendar: () => void
  readonly onClose: () => void
}

const near = [
  ['day.today', (today: string) => today],
  ['day.yesterday', (today: string) => dayAfter(today, -1)],
  ['day.week', (today: string) => dayAfter(today, -7)],
  ['day.month', monthBefore],
] as const

/** The usual ways from a day to others. */
export function DayMenu({ anchor, onDay, onBeginning, onCalendar, onClose }: DayMenuProps) {
  const t = useText()
  const clock = useClock()
  const container = useCell(useDialog().popups)
  const now = Date.now()
  const today = dayAt(now, clock.offsetAt(now))
  return (
    <Menu.Root open onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={container}>
        <Menu.Positioner anchor={anchor} align="center" sideOffset={4} collisionPadding={8} positionMethod="fixed">
          <Menu.Popup
            className={`${menu.menu} ${styles.days}`}
            aria-label={t('day.menu')}
            finalFocus={() => (anchor.isConnected ? anchor : false)}
          >
            {near.map(([name, dayFrom]) => (
              <Menu.Item key={name} className={menu.item} onClick={() => onDay(dayFrom(today))}>
                {t(name)}
              </Menu.Item>
            ))}
            <Menu.Item className={menu.item} onClick={onBeginning}>
              {t('day.beginning')}
            </Menu.Item>
            <Menu.Separator className={styles.line} />
            <Menu.Item className={menu.item} onClick={onCalendar}>
              {t('day.other')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
