import { Copy, Ellipsis, ExternalLink, Info, Link, ListChecks, Quote, Reply, UserRound } from 'lucide-react'
import { useNavigation } from '~/navigation/NavigationContext'
import { useLayoutEffect, useRef, useState } from 'react'
import type { History } from '~/domain/history'
import type { MessageId } from '~/domain/ids'
import { quoteOf } from '~/domain/transcript'
import { copyText } from '~/ui/copy-text'
import { useText } from '~/ui/i18n'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useDialog } from '~/dialog/DialogContext'
import { usePortal } from '~/queries/portal-context'
import { Menu, MenuItem } from './Menu.tsx'
import styles from './MessageMenu.module.css'
import { useTranscriptEntry } from '~/dialog/useTranscriptEntry'
import { MENU_MARK, useMenuPlace, type MenuPlace } from './useMenuPlace.ts'

const detailsPart = new DeferredModule(() => import('./Details.tsx'))

/** How long "Copied" is shown, ms. */
const SAID_MS = 2_000

interface MessageMenuProps {
  readonly history: History
}

/** What can be done with a message: through a button at its row, the context menu, or a long press. */
export function MessageMenu({ history }: MessageMenuProps) {
  const t = useText()
  const { id: dialogId, select, showPerson } = useDialog()
  const { portal } = usePortal()
  const { hrefOf } = useNavigation()
  const entryOf = useTranscriptEntry(history)
  const { near, open, setOpen } = useMenuPlace()
  const [details, setDetails] = useState<MessageId | null>(null)
  const [said, setSaid] = useState('')

  const id = open?.id ?? details
  const message = history.messages.find((candidate) => candidate.id === id)
  const close = () => {
    setOpen(null)
    open?.row.focus({ preventScroll: true })
  }
  const copy = (text: string) => {
    close()
    void copyText(text).then((done) => {
      setSaid(t(done ? 'copy.done' : 'copy.failed'))
      setTimeout(() => setSaid(''), SAID_MS)
    })
  }
  const inPortal = message && `${portal}/online/?IM_DIALOG=${dialogId}&IM_MESSAGE=${message.id}`
  const replyTo = message && message.kind !== 'unknown' ? message.replyTo : null
  const author =
    message && message.kind !== 'unknown' && message.authorId > 0 ? open?.message.querySelector<HTMLElement>('[data-message-author]') : null

  return (
    <>
      <span className="visually-hidden" role="status" data-testid="message-actions">
        {said}
      </span>
      {near && !open && <MenuButton near={near} onOpen={(x, y) => setOpen({ ...near, x, y })} />}
      {open && message && inPortal && (
        <Menu label={t('menu.label')} x={open.x} y={open.y} onClose={close}>
          <MenuItem icon={Copy} onClick={() => copy(entryOf(message).text)}>
            {t('menu.copyText')}
          </MenuItem>
          <MenuItem icon={Quote} onClick={() => copy(quoteOf(entryOf(message), dialogId, message.id))}>
            {t('menu.copyQuote')}
          </MenuItem>
          <MenuItem
            icon={Link}
            onClick={() =>
              // The address inside a frame does not work on its own.
              copy(window.parent === window ? new URL(hrefOf({ dialogId, messageId: message.id }), window.location.href).href : inPortal)
            }
          >
            {t('menu.copyLink')}
          </MenuItem>
          {replyTo !== null && (
            <MenuItem icon={Reply} to={{ messageId: replyTo }} onClick={() => setOpen(null)}>
              {t('menu.replied')}
            </MenuItem>
          )}
          <MenuItem
            icon={ListChecks}
            onClick={() => {
              select({ anchor: message.id, head: message.id })
              close()
            }}
          >
            {t('menu.select')}
          </MenuItem>
          {author && message.kind !== 'unknown' && (
            <MenuItem
              icon={UserRound}
              onClick={() => {
                close()
                showPerson(message.authorId, author, true)
              }}
            >
              {t('menu.author')}
            </MenuItem>
          )}
          <MenuItem icon={ExternalLink} href={inPortal} onClick={close}>
            {t('file.openInPortal')}
          </MenuItem>
          <MenuItem
            icon={Info}
            onClick={() => {
              setDetails(message.id)
              close()
            }}
          >
            {t('menu.details')}
          </MenuItem>
        </Menu>
      )}
      {details !== null && message && (
        <Deferred part={detailsPart}>
          {({ Details }) => <Details message={message} history={history} onClose={() => setDetails(null)} />}
        </Deferred>
      )}
    </>
  )
}

/** Px between the button and the edges of the page, and of the message. */
const EDGE = 8

interface MenuButtonProps {
  readonly near: MenuPlace
  readonly onOpen: (x: number, y: number) => void
}

/** Positioned beside the row without being part of it: rows know nothing about menus. */
function MenuButton({ near, onOpen }: MenuButtonProps) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const element = button.current
    if (!element) return
    element.showPopover()
    const { top, left, right } = near.message.getBoundingClientRect()
    const toTheLeft = getComputedStyle(near.message).direction === 'rtl'
    element.style.top = `${Math.max(EDGE, top - 10)}px`
    element.style.left = `${toTheLeft ? Math.max(EDGE, left) + EDGE : Math.min(window.innerWidth - EDGE, right) - element.offsetWidth - EDGE}px`
    return () => element.hidePopover()
  }, [near])
  return (
    <button
      ref={button}
      type="button"
      className={styles.button}
      popover="manual"
      aria-haspopup="menu"
      aria-label={t('menu.label')}
      title={t('menu.label')}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        onOpen(left, bottom + 4)
      }}
      {...MENU_MARK}
    >
      <Ellipsis size={18} strokeWidth={1.8} aria-hidden />
    </button>
  )
}
