import { HIDDEN } from './visible-text.ts'

/** A text with what is left out of it otherwise in sight: `\u202e` as six characters, as JSON has them. */
export const revealedText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(new RegExp(HIDDEN, 'g'), (hidden) => `\\u${(hidden.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
