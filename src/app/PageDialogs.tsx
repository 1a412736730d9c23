import { usePageDialog, type PageDialog } from '~/dialog/state/page-dialogs'
import { useRequestWatch } from '~/dialog/request-log'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { ChatSwitcher } from '~/features/chat-switcher/ChatSwitcher'
import { NavigationContext } from '~/navigation/NavigationContext'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { useLinksToPlaces } from './location/use-links-to-places.ts'

const KeysDialog = lazyPart(() => import('~/features/keys/KeysDialog').then((part) => part.KeysDialog))
const RequestsDialog = lazyPart(() => import('~/features/requests/RequestsDialog').then((part) => part.RequestsDialog))

/** Where to go, which keys there are, and what was asked of the portal: one of them at a time, over whatever the page shows. */
export function PageDialogs() {
  const shown = usePageDialog()
  const open = useCell(shown)
  const links = useLinksToPlaces(null)
  useRequestWatch()
  const show = (dialog: PageDialog) => {
    // Pressed again, the key is the browser's: some have the same.
    if (shown.get() === dialog) return false
    shown.set(dialog)
    return true
  }
  useShortcut('goToChat', () => show('chats'))
  useShortcut('keys', () => show('keys'))
  const close = () => shown.set(null)
  return (
    <PartBoundary>
      {open === 'chats' && (
        <NavigationContext value={links}>
          <ChatSwitcher onClose={close} />
        </NavigationContext>
      )}
      {open === 'keys' && <KeysDialog onClose={close} />}
      {open === 'requests' && <RequestsDialog onClose={close} />}
    </PartBoundary>
  )
}
