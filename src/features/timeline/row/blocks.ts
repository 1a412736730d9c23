import type { MessageHas, TextMessage } from '~/domain/message/message'

type Thing = keyof MessageHas

/** Where in a row each part of a message is shown. */
const STANDS: Readonly<Record<Thing, 'above' | 'files' | 'beneath'>> = {
  topic: 'above',
  pinned: 'above',
  disappears: 'above',
  forward: 'above',
  reply: 'above',
  files: 'files',
  sticker: 'beneath',
  attaches: 'beneath',
  keyboard: 'beneath',
  reactions: 'beneath',
}

const things = Object.keys(STANDS) as Thing[]
/** Above the text. */
export const ABOVE = things.filter((thing) => STANDS[thing] === 'above')
/** Beneath text and files. */
export const BENEATH = things.filter((thing) => STANDS[thing] === 'beneath')

/** Whether a message has any of some parts. */
export const hasAny = ({ has }: TextMessage, of: readonly Thing[]): boolean => of.some((thing) => has[thing])

/** Whether a message has no content: neither text nor anything instead. Reactions do not count. */
export const isBlank = ({ text, has }: TextMessage): boolean =>
  text.trim() === '' && !has.files && !has.sticker && !has.attaches && !has.keyboard
