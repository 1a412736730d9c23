import { memoizeByText } from '~/lib/memoize-by-text'

/** A message as it is copied. */
export interface TranscriptEntry {
  /** As `transcriptTime` gives it. */
  readonly time: string
  readonly name: string
  /** Without markup; may have several lines. */
  readonly text: string
}

const formatFor = memoizeByText(
  (timeZone) =>
    new Intl.DateTimeFormat('de-DE', {
      timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

/** `22.11.2026 14:05` in a time zone, the same in every language; `?` when it is unknown. @param sentAt epoch ms */
export const transcriptTime = (sentAt: number | null, timeZone: string): string =>
  sentAt === null ? '?' : formatFor(timeZone).format(sentAt).replace(',', '')

/** `[22.11.2026 14:05] Name:`, which stands before the text. */
export const transcriptHead = ({ time, name }: TranscriptEntry): string => `[${time}] ${name}:`

/** `[22.11.2026 14:05] Name: text`, a message a line. */
export const transcript = (entries: readonly TranscriptEntry[]): string =>
  entries.map((entry) => `${transcriptHead(entry)} ${entry.text}`).join('\n')

const DASHES = '-'.repeat(54)

/** A message as a quote of the messenger, which leads back to it; `docs/bitrix24/bbcode.md` §4. */
export const quoteOf = ({ time, name, text }: TranscriptEntry, dialogId: string, messageId: number): string =>
  [DASHES, `${name} [${time}] #${dialogId}/${messageId}`, text, DASHES].join('\n')
