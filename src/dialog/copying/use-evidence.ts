import { useQuery } from '@tanstack/react-query'
import { chatNumber } from '~/domain/kind-of-dialog'
import type { History } from '~/domain/history/history'
import { evidenceHtml, evidenceText, type Evidence } from '~/domain/message/evidence'
import type { Message } from '~/domain/message/message'
import { messageAddress } from '~/domain/message/message-address'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import { useText } from '~/ui/i18n'
import { useDialog } from '../state/DialogContext.ts'
import { useTranscriptEntry } from './useTranscriptEntry.ts'

/** What is copied of messages: as text, and as HTML. */
export interface Copied {
  readonly plain: string
  readonly html: string
}

/** Messages with all by which they are found again: who, when, in which chat, under which id and address. */
export function useEvidence(history: History): (messages: readonly Message[]) => Copied {
  const t = useText()
  const clock = useClock()
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const { data: card } = useQuery(chatCardQuery(client, dialogId))
  const entryOf = useTranscriptEntry(history)
  const evidenceOf = (message: Message): Evidence => {
    const { name, text } = entryOf(message)
    const written = message.kind === 'unknown' ? null : message
    return {
      dialogId,
      chatTitle: card?.title || t('chat.unknown', { id: chatNumber(dialogId) }),
      messageId: message.id,
      author: written && written.authorId > 0 ? `${name} (ID ${written.authorId})` : name,
      sentAt: message.sentAt,
      utcOffset: clock.offsetAt(message.sentAt ?? 0, message.utcOffset),
      status: [written?.edited && t('row.edited'), written?.deleted && t('row.deleted')].filter(Boolean).join(', '),
      text,
      link: messageAddress(client.portal, dialogId, message.id),
    }
  }
  return (messages) => {
    const words = {
      message: t('details.id'),
      chat: t('evidence.chat'),
      author: t('details.author'),
      time: t('details.time'),
      status: t('details.flags'),
      link: t('evidence.link'),
      text: t('evidence.text'),
    }
    const evidence = messages.map(evidenceOf)
    return { plain: evidenceText(evidence, words), html: evidenceHtml(evidence, words) }
  }
}
