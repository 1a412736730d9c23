import { useEffect, useState } from 'react'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { copyText } from '~/ui/copy-text'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import { MenuButton } from './MenuButton.tsx'
import { useMenuTarget } from './useMenuTarget.ts'

const loadActions = () => import('./MessageActions.tsx').then((part) => part.MessageActions)
const MessageActions = lazyPart(loadActions)
const Details = lazyPart(() => import('./Details.tsx').then((part) => part.Details))

/** How long "Copied" is shown, ms. */
const SAID_MS = 2_000

/** What can be done with a message: through a button at its row, the context menu, or a long press. */
export function MessageMenu({ history }: { readonly history: History }) {
  const t = useText()
  const { near, open, setOpen, list, onPointerLeave } = useMenuTarget()
  const isNear = near !== null
  useEffect(() => {
    // Loaded before it is needed. If that fails, opening the menu tries again and shows the failure.
    if (isNear) loadActions().catch(() => {})
  }, [isNear])
  const [details, setDetails] = useState<MessageId | null>(null)
  const [said, setSaid] = useState('')
  const messageOf = (id: MessageId | undefined | null) => history.messages.find((message) => message.id === id)
  const asked = messageOf(open?.id)
  const detailed = messageOf(details)
  const copy = (text: string) =>
    void copyText(text).then((done) => {
      setSaid(t(done ? 'copy.done' : 'copy.failed'))
      setTimeout(() => setSaid(''), SAID_MS)
    })

  return (
    <>
      <span className="visually-hidden" role="status" data-testid="message-actions">
        {said}
      </span>
      {near && !open && list && (
        <MenuButton message={near.message} list={list} onOpen={(x, y) => setOpen({ ...near, x, y })} onPointerLeave={onPointerLeave} />
      )}
      {open && asked && (
        <PartBoundary>
          <MessageActions
            open={open}
            message={asked}
            history={history}
            onCopy={copy}
            onDetails={() => setDetails(asked.id)}
            onClose={() => setOpen(null)}
          />
        </PartBoundary>
      )}
      {detailed && (
        <PartBoundary>
          <Details message={detailed} history={history} onClose={() => setDetails(null)} />
        </PartBoundary>
      )}
    </>
  )
}
