import { ActionItem } from '~/dialog/menu/ActionItems'
import { ActionMenu } from '~/dialog/menu/ActionMenu'
import { ActionSheet } from '~/dialog/menu/ActionSheet'
import { useText } from '~/ui/i18n'
import type { HeaderAction } from './useHeaderActions.ts'

/** Where a thumb presses, or there is no room beside the button. */
const SHEET = '(max-width: 480px), (pointer: coarse)'

interface HeaderMenuProps {
  readonly actions: readonly HeaderAction[]
  /** The box of the button that opened it. */
  readonly anchor: DOMRect
  readonly onChoose: (action: HeaderAction) => void
  /** Out of sight, whatever was chosen. */
  readonly onClose: () => void
}

/** What the header has no buttons for. */
export function HeaderMenu({ actions, anchor, onChoose, onClose }: HeaderMenuProps) {
  const t = useText()
  const items = actions.map((action) => (
    <ActionItem key={action.id} icon={action.icon} onClick={() => onChoose(action)}>
      {action.label}
    </ActionItem>
  ))
  return matchMedia(SHEET).matches ? (
    <ActionSheet label={t('header.more')} onClose={onClose}>
      {items}
    </ActionSheet>
  ) : (
    <ActionMenu label={t('header.more')} anchor={anchor} onClose={onClose}>
      {items}
    </ActionMenu>
  )
}
