import { usePageDialog } from '~/dialog/page-dialogs'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { NavigationContext } from '~/navigation/NavigationContext'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { useLinksToPlaces } from './location/use-links-to-places.ts'

const ChatSwitcher = lazyPart(() => import('~/features/chat-switcher/ChatSwitcher').then((part) => part.ChatSwitcher))

/** Where to go, which keys there are, and what was asked of the portal: one of them at a time, over whatever the page shows. */
export function PageDialogs() {
  const shown = usePageDialog()
  const open = useCell(shown)
  useShortcut('goToChat', () => {
    // Pressed again it is the browser's, some of which have it too.
    if (shown.get() === 'chats') return false
    shown.set('chats')
  })
  const links = useLinksToPlaces(null)
  const close = () => shown.set(null)
  return (
    <PartBoundary>
      {open === 'chats' && (
        <NavigationContext value={links}>
          <ChatSwitcher onClose={close} />
        </NavigationContext>
      )}
    </PartBoundary>
  )
}
