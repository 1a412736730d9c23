import { useEffect, useState } from 'react'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import { CopiedLabel, type CopiedAt } from './CopiedLabel.tsx'
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
  const [copied, setCopied] = useCopied(list)
  const messageOf = (id: MessageId | undefined | null) => history.messages.find((message) => message.id === id)
  const asked = messageOf(open?.id)
  const detailed = messageOf(details)
  const close = () => {
    setOpen(null)
    open?.row.focus({ preventScroll: true })
  }
  useClosesOnBack(open !== null, close)

  return (
    <>
      <span className="visually-hidden" role="status" data-testid="message-actions">
        {copied && t(copied.done ? 'copy.done' : 'copy.failed')}
      </span>
      {copied && list && <CopiedLabel {...copied} list={list} />}
      {near && !open && list && (
        <MenuButton
          key={near.id}
          message={near.message}
          list={list}
          onOpen={(anchor) => setOpen({ ...near, anchor, by: 'pointer', href: null })}
          onPointerLeave={onPointerLeave}
        />
      )}
      {open && asked && (
        <PartBoundary>
          {/* A rule, not an attribute: the row knows nothing of menus. */}
          <style>{`[data-message-id="${open.id}"]{background:var(--color-surface-2);outline:1px solid var(--color-line-strong);outline-offset:-1px}`}</style>
          <MessageActions
            open={open}
            message={asked}
            history={history}
            onCopied={(done) => setCopied({ done, anchor: open.anchor })}
            onDetails={() => setDetails(asked.id)}
            onLeave={() => setOpen(null)}
            onClose={close}
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

/** What was copied last, for a while; it goes when its message may have moved. */
function useCopied(list: HTMLElement | null): readonly [CopiedAt | null, (copied: CopiedAt) => void] {
  const [copied, setCopied] = useState<CopiedAt | null>(null)
  useEffect(() => {
    if (!copied || !list) return
    const stop = new AbortController()
    const timer = setTimeout(() => setCopied(null), SAID_MS)
    list.addEventListener('scroll', () => setCopied(null), { signal: stop.signal })
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [copied, list])
  return [copied, setCopied]
}
