import { Copy, ExternalLink, Info, Link, ListChecks, Quote, Reply, UserRound } from 'lucide-react'
import { useMarkup } from '~/bbcode/view/MarkupContext'
import { useDialog } from '~/dialog/DialogContext'
import { useTranscriptEntry } from '~/dialog/useTranscriptEntry'
import type { History } from '~/domain/history/history'
import type { Message } from '~/domain/message/message'
import { quoteAnchor, quoteOf } from '~/domain/message/transcript'
import { useNavigation } from '~/navigation/NavigationContext'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { ActionItem, ActionMenu, PageItem, PlaceItem } from './ActionMenu.tsx'
import type { OpenMenu } from './useMenuTarget.ts'

interface MessageActionsProps {
  readonly open: OpenMenu
  readonly message: Message
  readonly history: History
  readonly onCopy: (text: string) => void
  readonly onDetails: () => void
  readonly onClose: () => void
}

/** The menu of a message. */
export function MessageActions({ open, message, history, onCopy, onDetails, onClose }: MessageActionsProps) {
  const t = useText()
  const { id: dialogId, select, showPerson } = useDialog()
  const { portal } = usePortal()
  const { hrefOf } = useNavigation()
  const entryOf = useTranscriptEntry(history)
  const { id } = message
  const { ownId } = useMarkup()
  const inPortal = `${portal}/online/?IM_DIALOG=${dialogId}&IM_MESSAGE=${id}`
  const written = message.kind === 'unknown' ? null : message
  const anchor = quoteAnchor(written ?? { id, chatId: null }, dialogId, ownId)
  const author = written && written.authorId > 0 ? open.message.querySelector<HTMLElement>('[data-message-author]') : null
  const close = () => {
    onClose()
    open.row.focus({ preventScroll: true })
  }
  return (
    <ActionMenu label={t('menu.label')} x={open.x} y={open.y} onClose={close}>
      <ActionItem icon={Copy} onClick={() => onCopy(entryOf(message).text)}>
        {t('menu.copyText')}
      </ActionItem>
      <ActionItem icon={Quote} onClick={() => onCopy(quoteOf(entryOf(message), anchor))}>
        {t('menu.copyQuote')}
      </ActionItem>
      <ActionItem
        icon={Link}
        onClick={() =>
          // The address inside a frame does not work on its own.
          onCopy(window.parent === window ? new URL(hrefOf({ dialogId, messageId: id }), window.location.href).href : inPortal)
        }
      >
        {t('menu.copyLink')}
      </ActionItem>
      {written?.replyTo != null && (
        <PlaceItem icon={Reply} to={{ messageId: written.replyTo }} onClick={onClose}>
          {t('menu.replied')}
        </PlaceItem>
      )}
      <ActionItem icon={ListChecks} onClick={() => select({ anchor: id, head: id })}>
        {t('menu.select')}
      </ActionItem>
      {written && author && (
        <ActionItem icon={UserRound} onClick={() => showPerson(written.authorId, author, true)}>
          {t('menu.author')}
        </ActionItem>
      )}
      <PageItem icon={ExternalLink} href={inPortal}>
        {t('file.openInPortal')}
      </PageItem>
      <ActionItem icon={Info} onClick={onDetails}>
        {t('menu.details')}
      </ActionItem>
    </ActionMenu>
  )
}
