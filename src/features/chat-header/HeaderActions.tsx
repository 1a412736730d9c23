import { Ellipsis } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useSearchOpen } from '~/dialog/state/search-open'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { IconButton } from '~/ui/Button'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import styles from './ChatHeader.module.css'
import { useHeaderActions, type HeaderAction } from './useHeaderActions.ts'

const HeaderMenu = lazyPart(() => import('./HeaderMenu.tsx').then((part) => part.HeaderMenu))

const isSeen = (element: Element | null | undefined): element is HTMLElement => (element?.getClientRects().length ?? 0) > 0

/** The buttons of the header, as many as there is room for, and a menu of everything else. */
export function HeaderActions({ onOpenInPortal }: { readonly onOpenInPortal: (() => void) | null }) {
  const t = useText()
  const { buttons, rest } = useHeaderActions(onOpenInPortal)
  const bar = useRef<HTMLDivElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const chosen = useRef<HeaderAction | null>(null)
  const [menu, setMenu] = useState<readonly HeaderAction[] | null>(null)
  const buttonOf = (id: string) => bar.current?.querySelector(`[data-action="${id}"]`)
  useHeaderKeys(() => [buttonOf('date'), more.current].find(isSeen))

  const close = () => {
    setMenu(null)
    more.current?.focus({ preventScroll: true })
  }
  const closeAndAct = () => {
    close()
    const action = chosen.current
    chosen.current = null
    // Where the menu was: it is gone by now, and what opens takes the focus from the button, and gives it back.
    if (action && more.current) action.act(more.current)
  }
  useClosesOnBack(menu !== null, close)
  return (
    <div ref={bar} className={styles.actions}>
      {buttons.map(({ id, label, icon: Icon, expanded, stays, act }) => (
        <span key={id} className={stays ? undefined : styles.folds}>
          <IconButton
            label={label}
            data-action={id}
            {...(id === 'date' && { 'aria-haspopup': 'dialog' })}
            aria-expanded={expanded}
            onClick={({ currentTarget }) => act(currentTarget)}
          >
            <Icon size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </span>
      ))}
      <IconButton
        ref={more}
        label={t('header.more')}
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        onClick={() => setMenu([...buttons.filter(({ id }) => !isSeen(buttonOf(id))), ...rest])}
      >
        <Ellipsis size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      {menu && more.current && (
        <PartBoundary>
          <HeaderMenu
            actions={menu}
            anchor={more.current.getBoundingClientRect()}
            onChoose={(action) => (chosen.current = action)}
            onClose={closeAndAct}
          />
        </PartBoundary>
      )}
    </div>
  )
}

/** @param dateButton beside which the calendar opens */
function useHeaderKeys(dateButton: () => HTMLElement | undefined): void {
  const { calendarAt } = useDialog()
  const searchOpen = useSearchOpen()
  useShortcut('search', () => {
    if (searchOpen.get()) return false
    searchOpen.set(true)
    return true
  })
  useShortcut('goToDate', () => {
    const button = dateButton()
    if (!button) return false
    calendarAt.set(button)
    return true
  })
}
