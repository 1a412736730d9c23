/** A message as it stands in what is copied. */
export interface TranscriptEntry {
  /** Epoch ms; null when it is not known. */
  readonly sentAt: number | null
  readonly name: string
  /** Without markup; may have several lines. */
  readonly text: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `22.11.2026 14:05` in the reader's time zone; the same in every language. */
export function transcriptTime(sentAt: number | null): string {
  if (sentAt === null) return '?'
  const date = new Date(sentAt)
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `[22.11.2026 14:05] Name:`, which stands before the text. */
export const transcriptHead = ({ sentAt, name }: TranscriptEntry): string => `[${transcriptTime(sentAt)}] ${name}:`

/** `[22.11.2026 14:05] Name: text`, a message a line. */
export const transcript = (entries: readonly TranscriptEntry[]): string =>
  entries.map((entry) => `${transcriptHead(entry)} ${entry.text}`).join('\n')

const DASHES = '-'.repeat(54)

/** A message as a quote of the messenger, which leads back to it; `docs/bitrix24/bbcode.md` §4. */
export const quoteOf = ({ sentAt, name, text }: TranscriptEntry, dialogId: string, messageId: number): string =>
  [DASHES, `${name} [${transcriptTime(sentAt)}] #${dialogId}/${messageId}`, text, DASHES].join('\n')
