import type { DialogId, MessageId } from '../ids.ts'
import { dayAt, offsetLabel, timeAt } from '~/lib/time/clock'
import { escapeHtml } from '~/lib/text/escape-html'
import { visibleName, visibleText } from '~/lib/text/visible-text'

/** A message with everything by which it is found again and can be told from another. */
export interface Evidence {
  readonly dialogId: DialogId
  readonly chatTitle: string
  readonly messageId: MessageId
  /** With the id, where the author has one. */
  readonly author: string
  /** Epoch ms; null when the portal's date could not be read. */
  readonly sentAt: number | null
  /** Of the clock that the reader has chosen, minutes east of UTC. */
  readonly utcOffset: number
  /** Such as edited; empty for none. */
  readonly status: string
  /** As shown, without markup; may have several lines. */
  readonly text: string
  /** The portal's address of the message. */
  readonly link: string
}

/** The words of a language. */
export interface EvidenceWords {
  readonly message: string
  readonly chat: string
  readonly author: string
  readonly time: string
  readonly status: string
  readonly link: string
  readonly text: string
}

const momentAt = (sentAt: number, offset: number): string =>
  `${dayAt(sentAt, offset).split('-').toReversed().join('.')} ${timeAt(sentAt, offset)} ${offsetLabel(offset)}`

/** `22.11.2026 14:05:09 UTC+3 (22.11.2026 11:05:09 UTC)`, the same in every language; `?` when it is unknown. */
export function evidenceTime(sentAt: number | null, utcOffset: number): string {
  if (sentAt === null) return '?'
  const utc = momentAt(sentAt, 0)
  return utcOffset === 0 ? utc : `${momentAt(sentAt, utcOffset)} (${utc})`
}

type Fact = readonly [name: string, value: string]

function factsOf(evidence: Evidence, words: EvidenceWords): readonly Fact[] {
  const facts: readonly Fact[] = [
    [words.message, String(evidence.messageId)],
    [words.chat, `${visibleName(evidence.chatTitle)} (${evidence.dialogId})`],
    [words.author, visibleName(evidence.author)],
    [words.time, evidenceTime(evidence.sentAt, evidence.utcOffset)],
    [words.status, evidence.status],
    [words.link, evidence.link],
  ]
  return facts.filter(([, value]) => value !== '')
}

const linesOf = ({ text }: Evidence): readonly string[] => visibleText(text).split(/[\n\u2028\u2029]/)

/** Lines of the text are set in, so that none of them can pass for a line of the evidence itself. */
const plainOf = (evidence: Evidence, words: EvidenceWords): string =>
  [
    ...factsOf(evidence, words).map(([name, value]) => `${name}: ${value}`),
    `${words.text}:`,
    ...linesOf(evidence).map((line) => `    ${line}`.trimEnd()),
  ].join('\n')

/** Messages as text, one below the other. */
export const evidenceText = (messages: readonly Evidence[], words: EvidenceWords): string =>
  messages.map((evidence) => plainOf(evidence, words)).join('\n\n')

const row = (name: string, html: string): string =>
  `<tr><th align="left" valign="top">${escapeHtml(name)}</th><td dir="auto">${html}</td></tr>`

function htmlOf(evidence: Evidence, words: EvidenceWords): string {
  const facts = factsOf(evidence, words).map(([name, value]) => {
    const shown = escapeHtml(value)
    return row(name, value === evidence.link && /^https?:/i.test(value) ? `<a href="${shown}">${shown}</a>` : shown)
  })
  const lines = linesOf(evidence).map(escapeHtml)
  return `<table border="1" cellpadding="4"><tbody>${facts.join('')}${row(words.text, lines.join('<br>'))}</tbody></table>`
}

/** The same as HTML: a table each. */
export const evidenceHtml = (messages: readonly Evidence[], words: EvidenceWords): string =>
  messages.map((evidence) => htmlOf(evidence, words)).join('<br>')
