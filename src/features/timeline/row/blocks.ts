import type { MessageHas, TextMessage } from '~/domain/message'

type Thing = keyof MessageHas

/** Where in a row each thing stands that a message may have. */
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

/** Whether a message has one of some things. */
export const hasAny = ({ has }: TextMessage, of: readonly Thing[]): boolean => of.some((thing) => has[thing])

/** Whether a message has nothing to say: neither words nor anything in their place. Reactions are no words. */
export const isBlank = ({ text, has }: TextMessage): boolean =>
  text.trim() === '' && !has.files && !has.sticker && !has.attaches && !has.keyboard
