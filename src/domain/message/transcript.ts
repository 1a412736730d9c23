import type { ChatId, DialogId, MessageId, UserId } from '../ids.ts'
import { isPrivateDialog } from '../kind-of-dialog.ts'
import { dayAt, offsetLabel, timeAt } from '~/lib/time/clock'

/** A message as it is copied. */
export interface TranscriptEntry {
  /** As `transcriptTime` gives it. */
  readonly time: string
  readonly name: string
  /** Without markup; may have several lines. */
  readonly text: string
}

/**
 * `22.11.2026 14:05 UTC+3`, the same in every language; `?` when it is unknown. @param sentAt epoch ms
 * @param offsetMinutes of the clock on which it is read
 */
export function transcriptTime(sentAt: number | null, offsetMinutes: number): string {
  if (sentAt === null) return '?'
  const day = dayAt(sentAt, offsetMinutes).split('-').toReversed().join('.')
  return `${day} ${timeAt(sentAt, offsetMinutes).slice(0, 5)} ${offsetLabel(offsetMinutes)}`
}

/** `[22.11.2026 14:05 UTC+3] Name:`, which stands before the text. */
export const transcriptHead = ({ time, name }: TranscriptEntry): string => `[${time}] ${name}:`

/** `[22.11.2026 14:05 UTC+3] Name: text`, a message a line. */
export const transcript = (entries: readonly TranscriptEntry[]): string =>
  entries.map((entry) => `${transcriptHead(entry)} ${entry.text}`).join('\n')

const DASHES = '-'.repeat(54)

/**
 * Where a quote leads back to, as the messenger writes it: `#chatN/M`, or `#U1:U2/M` for the private dialog of two. Empty while
 * one of the two is unknown. @param chatId of the message; it also stands for dialogs of other kinds, such as `sg5`
 */
export function quoteAnchor(
  message: { readonly id: MessageId; readonly chatId: ChatId | null },
  dialogId: DialogId,
  ownId: UserId | null,
): string {
  if (isPrivateDialog(dialogId)) return ownId === null ? '' : `#${ownId}:${dialogId}/${message.id}`
  if (dialogId.startsWith('chat')) return `#${dialogId}/${message.id}`
  return message.chatId === null ? '' : `#chat${message.chatId}/${message.id}`
}

/** A message as a quote of the messenger, with a way back to it; `docs/bitrix24/bbcode.md` §4. @param anchor of `quoteAnchor` */
export const quoteOf = ({ time, name, text }: TranscriptEntry, anchor: string): string =>
  [DASHES, `${name} [${time}] ${anchor}`.trimEnd(), text, DASHES].join('\n')
