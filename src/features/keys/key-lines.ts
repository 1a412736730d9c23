import { isSingleKey, shortcuts, type ShortcutId } from '~/dialog/shortcuts/shortcut'
import type { Translate } from '~/ui/i18n'

type TextId = Parameters<Translate>[0]

/** Keys that are pressed together, by the names that keyboards give them; letters and signs as they are. */
export type Combination = readonly string[]

export interface KeyLine {
  readonly text: TextId
  /** Any of them. */
  readonly keys: readonly Combination[]
  /** Does nothing while single keys are switched off. */
  readonly single?: boolean
}

export interface KeyGroup {
  readonly title: TextId
  readonly lines: readonly KeyLine[]
}

/** Of the table that the listener itself looks in. */
function shortcut(id: ShortcutId): KeyLine {
  const { character, control, shift } = shortcuts[id]
  const keys = [...(control ? ['Control'] : []), ...(shift ? ['Shift'] : []), character.length === 1 ? character.toUpperCase() : character]
  return { text: `keys.${id}`, keys: [keys], single: isSingleKey(id) }
}

/** All keys that there are, by where they work. */
export const keyGroups: readonly KeyGroup[] = [
  { title: 'keys.anywhere', lines: [shortcut('goToChat'), shortcut('keys'), { text: 'keys.close', keys: [['Escape']] }] },
  {
    title: 'keys.inChat',
    lines: [
      shortcut('find'),
      shortcut('search'),
      shortcut('goToDate'),
      shortcut('firstUnread'),
      shortcut('nextMention'),
      shortcut('previousMention'),
      shortcut('nextOfPerson'),
      shortcut('previousOfPerson'),
      shortcut('showAll'),
      { text: 'keys.beginning', keys: [['Control', 'Home']] },
      { text: 'keys.newest', keys: [['Control', 'End']] },
    ],
  },
  {
    title: 'keys.onMessage',
    lines: [
      { text: 'keys.nextMessage', keys: [['ArrowDown'], ['PageDown']] },
      { text: 'keys.previousMessage', keys: [['ArrowUp'], ['PageUp']] },
      { text: 'keys.loadedEnds', keys: [['Home'], ['End']] },
      { text: 'keys.into', keys: [['Enter']] },
      { text: 'keys.outOf', keys: [['Escape']] },
      { text: 'keys.menu', keys: [['ContextMenu'], ['Shift', 'F10']] },
    ],
  },
  {
    title: 'keys.selecting',
    lines: [
      {
        text: 'keys.selectOn',
        keys: [
          ['Shift', 'ArrowDown'],
          ['Shift', 'ArrowUp'],
        ],
      },
      { text: 'keys.selectOne', keys: [['Space']] },
      { text: 'keys.selectNone', keys: [['Escape']] },
    ],
  },
  {
    title: 'keys.finding',
    lines: [
      { text: 'keys.nextHit', keys: [['Enter'], ['F3']] },
      {
        text: 'keys.previousHit',
        keys: [
          ['Shift', 'Enter'],
          ['Shift', 'F3'],
        ],
      },
    ],
  },
  {
    title: 'keys.rail',
    lines: [
      { text: 'keys.railDay', keys: [['ArrowUp'], ['ArrowDown']] },
      { text: 'keys.railMonth', keys: [['PageUp'], ['PageDown']] },
      { text: 'keys.railEnds', keys: [['Home'], ['End']] },
    ],
  },
  {
    title: 'keys.lists',
    lines: [
      { text: 'keys.walk', keys: [['ArrowDown'], ['ArrowUp'], ['Home'], ['End']] },
      { text: 'keys.open', keys: [['Enter']] },
      { text: 'keys.openInTab', keys: [['Control', 'Enter']] },
    ],
  },
  {
    title: 'keys.viewer',
    lines: [
      { text: 'keys.viewerStep', keys: [['ArrowLeft'], ['ArrowRight']] },
      { text: 'keys.viewerClose', keys: [['Escape']] },
    ],
  },
]
