/** How a tag is written; `docs/bitrix24/bbcode.md` §3. */
interface Rule {
  /** With a closing tag, alone, or with a body that is not parsed. */
  readonly form: 'pair' | 'alone' | 'raw'
  /** What may follow the name. No match: the tag is ordinary text. */
  readonly rest: RegExp
  /** The value may hold brackets, as long as they are balanced. */
  readonly brackets?: true
  /** Cannot be nested in itself: it goes from the first opener to the first closer. */
  readonly flat?: true
  /** Only where the reader has lists, tables and headings switched on. */
  readonly extended?: true
  /** Which bodies a raw tag may have. */
  readonly body?: RegExp
}

const NONE = /^$/
const PHONE = '[0-9 #()+./-]+'
const FORMATS =
  'FORMAT_DATE(?:TIME)?|(?:SHORT|MEDIUM|LONG|FULL)_DATE_FORMAT|DAY_(?:SHORT_|OF_WEEK_)?MONTH_FORMAT|SHORT_DAY_OF_WEEK_(?:SHORT_)?MONTH_FORMAT|(?:SHORT|LONG)_TIME_FORMAT'
/** What counts as a picture's address: its extension stands before the query or at the end. It is looked for ahead, once. */
const PICTURE = String.raw`https?:\/\/(?=[^\s[\]]+?\.(?:jpe?g|png|gif|webp)(?:[?\s[\]]|$))[^\s[\]]+`

const pair: Rule = { form: 'pair', rest: NONE }
const extended: Rule = { form: 'pair', rest: NONE, extended: true }

export const grammar: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['b', pair],
  ['i', pair],
  ['u', pair],
  ['s', pair],
  ['br', { form: 'alone', rest: NONE }],
  ['size', { form: 'pair', rest: /^=\d{1,9}(?:pt|px)?$/i }],
  ['color', { form: 'pair', rest: /^=#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i }],
  ['code', { form: 'raw', rest: NONE }],
  ['url', { form: 'pair', rest: /^(?:=.*)?$/s, brackets: true, flat: true }],
  ['user', { form: 'pair', rest: /^=(?:all|\d{1,15})(?: replace)?$/i, flat: true }],
  ['chat', { form: 'pair', rest: /^=(?:imol\|)?\d{1,15}$/i, flat: true }],
  ['context', { form: 'pair', rest: /^=(?:chat\d{1,15}|\d{1,15}:\d{1,15})\/\d{1,15}$/i, flat: true }],
  ['dialog', { form: 'pair', rest: /^=(?:chat)?\d{1,15} message=\d{1,15}$/i, flat: true }],
  ['call', { form: 'pair', rest: new RegExp(`^(?:=${PHONE})?$`), flat: true }],
  ['pch', { form: 'pair', rest: /^=\d{1,15}$/, flat: true }],
  ['send', { form: 'pair', rest: /^(?:=.*)?$/s, brackets: true, flat: true }],
  ['put', { form: 'pair', rest: /^(?:=.*)?$/s, brackets: true, flat: true }],
  ['source', { form: 'pair', rest: /^=\d{1,15}$/, flat: true }],
  ['disk', { form: 'alone', rest: /^=\d{1,15}$/ }],
  ['rating', { form: 'alone', rest: /^=[1-5]$/ }],
  ['like', { form: 'alone', rest: NONE }],
  ['dislike', { form: 'alone', rest: NONE }],
  ['timestamp', { form: 'alone', rest: new RegExp(`^=\\d{1,12} format=(?:${FORMATS})$`, 'i') }],
  ['icon', { form: 'alone', rest: /^=(?:(?:https?:\/)?\/[^\s[\]]*)?(?:\s+(?:size|width|height|title)=.*)?\s*$/is }],
  [
    'img',
    {
      form: 'raw',
      rest: /^(?=.*\ssize=(?:small|medium|large)(?:\s|$))(?:\s+[a-z]+=\S*)+\s*$/is,
      // The server wraps bare addresses, so the link's tags may enclose it, or begin inside and end after it.
      body: new RegExp(String.raw`^\s*(?:\[url(?:=[^\]]*)?\]\s*)?${PICTURE}\s*(?:\[\/url\]\s*)?$`, 'i'),
    },
  ],
  ['icode', { form: 'raw', rest: NONE, extended: true }],
  ['list', { form: 'pair', rest: /^(?:=1(?: start=\d{1,6})?)?$/i, extended: true }],
  ['*', { form: 'alone', rest: NONE, extended: true }],
  ['table', extended],
  ['tr', extended],
  ['th', extended],
  ['td', extended],
  ['h1', extended],
  ['h2', extended],
  ['hr', { form: 'alone', rest: NONE, extended: true }],
])

const WHOLE_PICTURE = new RegExp(`^${PICTURE}$`, 'i')

/** Whether a link's label is the address of a picture that is to be shown in its place. */
export const isPictureAddress = (label: string): boolean => WHOLE_PICTURE.test(label) && !/\/docs\/pub\/|logout=yes/i.test(label)

const NUMBER = new RegExp(`^${PHONE}$`)

/** Whether `[CALL]` without a value may hold this. */
export const isPhone = (text: string): boolean => NUMBER.test(text)
