/** Control characters, and those that turn the direction of what follows. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
export const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** More empty lines than are worth showing. */
const EMPTY_LINES = '\n\n\n\n'

/**
 * A text as it is shown and copied: without control characters, without those that turn the direction of what
 * follows (`docs/bitrix24/bbcode.md` §10.7), and with two empty lines at most.
 */
export const visibleText = (text: string): string =>
  HIDDEN.test(text) || text.includes(EMPTY_LINES)
    ? text
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(new RegExp(HIDDEN, 'g'), '')
        .replaceAll(new RegExp(`${EMPTY_LINES}+`, 'g'), '\n\n\n')
    : text

/** A name, a title or the like as it is shown: a visible text in one line. */
export const visibleName = (name: string): string =>
  visibleText(name)
    .replaceAll(/[\t\n\u2028\u2029]+/g, ' ')
    .trim()
