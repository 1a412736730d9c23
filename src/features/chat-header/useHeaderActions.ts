import {
  CalendarSearch,
  Keyboard,
  ListChecks,
  MessagesSquare,
  PanelRight,
  Search,
  SquareArrowOutUpRight,
  TextSearch,
  type LucideIcon,
} from 'lucide-react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFindOpen } from '~/dialog/state/find-open'
import { usePageDialog } from '~/dialog/state/page-dialogs'
import { useSearchOpen } from '~/dialog/state/search-open'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'

/** Something that the header offers. */
export interface HeaderAction {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  /** Where something opens by it that is closed by it, too. */
  readonly expanded?: boolean
  /** In narrow windows it has a button as well. */
  readonly stays?: boolean
  /** @param button what opens may open beside it */
  readonly act: (button: HTMLElement) => void
}

/** What is reached from the header: by a button each, and behind one for the rest. */
export function useHeaderActions(onOpenInPortal: (() => void) | null): Readonly<Record<'buttons' | 'rest', readonly HeaderAction[]>> {
  const t = useText()
  const { panelOpen, calendarAt } = useDialog()
  const searchOpen = useSearchOpen()
  const findOpen = useFindOpen()
  const pageDialog = usePageDialog()
  const [panel, searching, picking] = [useCell(panelOpen), useCell(searchOpen), useCell(calendarAt) !== null]
  const inPortal: HeaderAction[] = onOpenInPortal
    ? [{ id: 'portal', label: t('header.openInPortal'), icon: SquareArrowOutUpRight, act: onOpenInPortal }]
    : []
  return {
    buttons: [
      ...inPortal,
      {
        id: 'date',
        label: t('day.go'),
        icon: CalendarSearch,
        expanded: picking,
        act: (button) => calendarAt.set(picking ? null : button),
      },
      { id: 'search', label: t('search.show'), icon: Search, expanded: searching, stays: true, act: () => searchOpen.set(!searching) },
      { id: 'panel', label: t('panel.show'), icon: PanelRight, expanded: panel, act: () => panelOpen.set(!panel) },
    ],
    rest: [
      { id: 'find', label: t('find.label'), icon: TextSearch, act: () => findOpen.set(true) },
      { id: 'chats', label: t('switcher.label'), icon: MessagesSquare, act: () => pageDialog.set('chats') },
      { id: 'keys', label: t('keys.label'), icon: Keyboard, act: () => pageDialog.set('keys') },
      { id: 'requests', label: t('requests.label'), icon: ListChecks, act: () => pageDialog.set('requests') },
    ],
  }
}
