/** What a key or a combination of keys does. */
export type ShortcutId =
  | 'find'
  | 'goToChat'
  | 'search'
  | 'goToDate'
  | 'firstUnread'
  | 'nextMention'
  | 'previousMention'
  | 'nextOfPerson'
  | 'previousOfPerson'
  | 'keys'
  | 'showAll'

/** Which keys. */
interface Keys {
  /** A Latin letter in lower case, or a character that keyboards have in different places. */
  readonly character: string
  /** With Ctrl, or Command on a Mac. */
  readonly control?: true
  /** With Shift; of no account for what is no letter. */
  readonly shift?: true
}

/** All of them, in the order in which they are told. */
export const shortcuts: Readonly<Record<ShortcutId, Keys>> = {
  find: { character: 'f', control: true },
  goToChat: { character: 'k', control: true },
  search: { character: '/' },
  goToDate: { character: 'd' },
  firstUnread: { character: 'u' },
  nextMention: { character: 'm' },
  previousMention: { character: 'm', shift: true },
  nextOfPerson: { character: 'p' },
  previousOfPerson: { character: 'p', shift: true },
  keys: { character: '?' },
  showAll: { character: 'Escape' },
}

/** Of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const LATIN = /^[a-z]$/i
const LETTER_CODE = /^Key([A-Z])$/

/** The letter that a key has, or where the layout has other letters (Russian) the one that stands there on a Latin keyboard. */
function characterOf({ key, code }: KeyPress): string {
  if (LATIN.test(key)) return key.toLowerCase()
  const isLetter = /^\p{L}$/u.test(key)
  const [, latin] = LETTER_CODE.exec(code) ?? []
  return isLetter && latin ? latin.toLowerCase() : key
}

/** What is meant by a key; null for nothing. */
export function shortcutOf(press: KeyPress): ShortcutId | null {
  if (press.altKey) return null
  const character = characterOf(press)
  const control = press.ctrlKey || press.metaKey
  const found = Object.entries(shortcuts).find(
    ([, keys]) =>
      keys.character === character &&
      (keys.control ?? false) === control &&
      (!LATIN.test(character) || (keys.shift ?? false) === press.shiftKey),
  )
  return found ? (found[0] as ShortcutId) : null
}

/** Whether it is pressed without Ctrl: where something is typed into, or has the keys to itself, it means something else. */
export const isBareKey = (id: ShortcutId): boolean => shortcuts[id].control === undefined

/** Letters and signs without Ctrl can be switched off: somebody who speaks to the computer, or whose hand slips, presses them unawares. */
export const isSingleKey = (id: ShortcutId): boolean => isBareKey(id) && shortcuts[id].character.length === 1
