import {
  ArrowDown,
  ArrowUp,
  AtSign,
  Copy,
  ExternalLink,
  FileText,
  Globe,
  Info,
  Link,
  ListChecks,
  Quote,
  Reply,
  UserRound,
} from 'lucide-react'
import { useMarkup } from '~/bbcode/view/MarkupContext'
import { useEvidence } from '~/dialog/copying/use-evidence'
import { useTranscriptEntry } from '~/dialog/copying/useTranscriptEntry'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { useStepping, type Steps } from '~/dialog/stepping/Stepping'
import { useFindUser } from '~/dialog/use-find-user'
import type { Side } from '~/domain/history/beyond'
import type { History } from '~/domain/history/history'
import { selectOne } from '~/domain/history/selection'
import type { Message } from '~/domain/message/message'
import { messageAddress } from '~/domain/message/message-address'
import { quoteAnchor, quoteOf } from '~/domain/message/transcript'
import { useNavigation } from '~/navigation/NavigationContext'
import { usePortal } from '~/queries/portal-context'
import { copyRich } from '~/ui/clipboard/copy-rich'
import { copyText } from '~/ui/clipboard/copy-text'
import { useText } from '~/ui/i18n'
import { ActionItem, PageItem, PlaceItem } from '~/dialog/menu/ActionItems'
import { ActionMenu } from '~/dialog/menu/ActionMenu'
import { ActionSheet } from '~/dialog/menu/ActionSheet'
import type { OpenMenu } from './useMenuTarget.ts'

/** Narrower windows have no room beside a message. */
const SMALL = '(max-width: 480px)'

interface MessageActionsProps {
  readonly open: OpenMenu
  readonly message: Message
  readonly history: History
  /** Something was copied, or could not be. */
  readonly onCopied: (done: boolean) => void
  readonly onDetails: () => void
  /** The menu closes because another message is shown. */
  readonly onLeave: () => void
  /** The menu closes, and its message is read on. */
  readonly onClose: () => void
}

/** The menu of a message. */
export function MessageActions({ open, message, history, onCopied, onDetails, onLeave, onClose }: MessageActionsProps) {
  const t = useText()
  const { id: dialogId, selection, showPerson } = useDialog()
  const { portal } = usePortal()
  const { hrefOf } = useNavigation()
  const entryOf = useTranscriptEntry(history)
  const evidenceOf = useEvidence(history)
  const { id } = message
  const { ownId } = useMarkup()
  const inPortal = messageAddress(portal, dialogId, id)
  const written = message.kind === 'unknown' ? null : message
  const anchor = quoteAnchor(written ?? { id, chatId: null }, dialogId, ownId)
  const author = written && written.authorId > 0 ? open.message.querySelector<HTMLElement>('[data-message-author]') : null
  const copy = (text: string) => void copyText(text).then(onCopied)
  const copyEvidence = () => {
    const { plain, html } = evidenceOf([message])
    void copyRich(plain, html).then(onCopied)
  }
  const { href } = open
  const items = (
    <>
      {href !== null && (
        <>
          <PageItem icon={Globe} href={href}>
            {t('menu.openAddress')}
          </PageItem>
          <ActionItem icon={Link} onClick={() => copy(href)}>
            {t('menu.copyAddress')}
          </ActionItem>
        </>
      )}
      <ActionItem icon={Copy} onClick={() => copy(entryOf(message).text)}>
        {t('menu.copyText')}
      </ActionItem>
      <ActionItem icon={Quote} onClick={() => copy(quoteOf(entryOf(message), anchor))}>
        {t('menu.copyQuote')}
      </ActionItem>
      <ActionItem
        icon={Link}
        onClick={() =>
          // The address inside a frame does not work on its own.
          copy(window.parent === window ? new URL(hrefOf({ dialogId, messageId: id }), window.location.href).href : inPortal)
        }
      >
        {t('menu.copyLink')}
      </ActionItem>
      <ActionItem icon={FileText} onClick={copyEvidence}>
        {t('menu.copyEvidence')}
      </ActionItem>
      {written?.replyTo != null && (
        <PlaceItem icon={Reply} to={{ messageId: written.replyTo }} onClick={onLeave}>
          {t('menu.replied')}
        </PlaceItem>
      )}
      <ActionItem icon={ListChecks} onClick={() => selection.set(selectOne(id))}>
        {t('menu.select')}
      </ActionItem>
      {written && author && (
        <ActionItem icon={UserRound} onClick={() => showPerson(written.authorId, author, true)}>
          {t('menu.author')}
        </ActionItem>
      )}
      <StepItems message={message} onLeave={onLeave} />
      <PageItem icon={ExternalLink} href={inPortal}>
        {t('file.openInPortal')}
      </PageItem>
      <ActionItem icon={Info} onClick={onDetails}>
        {t('menu.details')}
      </ActionItem>
    </>
  )
  return open.by === 'finger' || matchMedia(SMALL).matches ? (
    <ActionSheet label={t('menu.label')} onClose={onClose}>
      {items}
    </ActionSheet>
  ) : (
    <ActionMenu label={t('menu.label')} anchor={open.anchor} onClose={onClose}>
      {items}
    </ActionMenu>
  )
}

/** To what else its author has written, and to what mentions the reader. */
function StepItems({ message, onLeave }: Pick<MessageActionsProps, 'message' | 'onLeave'>) {
  const t = useText()
  const findUser = useFindUser()
  const { wish } = useStepping()
  const step = (steps: Steps, side: Side) => () => {
    onLeave()
    wish.set({ steps, side, from: message.id, focus: true })
  }
  const name = message.kind === 'message' ? authorName(message, findUser(message.authorId), t) : null
  const person: Steps | null = message.kind === 'message' && name !== null ? { of: 'person', id: message.authorId, name } : null
  return (
    <>
      {person && (
        <>
          <ActionItem icon={ArrowUp} onClick={step(person, 'older')}>
            {t('step.person.older', { name: person.name })}
          </ActionItem>
          <ActionItem icon={ArrowDown} onClick={step(person, 'newer')}>
            {t('step.person.newer', { name: person.name })}
          </ActionItem>
        </>
      )}
      <ActionItem icon={AtSign} onClick={step({ of: 'mentions' }, 'older')}>
        {t('step.mention.older')}
      </ActionItem>
    </>
  )
}
