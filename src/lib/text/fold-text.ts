/** Part of a text: the index of its first unit, and that after its last. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A text as it is compared, and what each of its units stands for in the text as it is. */
export interface FoldedText {
  readonly text: string
  /** Of each unit of `text`, where it begins in the text as it is. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A letter with its marks, a space, or whatever else stands for itself. */
const CLUSTER = /\s+|\P{M}\p{M}*|\p{M}+/gsu
/** Neither seen nor typed: soft hyphens, joiners, marks of direction. */
const UNSEEN = /\p{Cf}/gu
const MARKS = /\p{M}/gu
const CYRILLIC = /^\p{Script=Cyrillic}/u
const PLAIN = /^[a-z0-9а-дж-я]$/

/**
 * One letter as it is compared. Marks over letters do not count, as in `é`, and neither do those of `ё`; those of other Cyrillic
 * letters make another letter of them: `й` is not `и`, nor is `ї` or `ў` what it is made of.
 */
function foldCluster(cluster: string): string {
  if (PLAIN.test(cluster)) return cluster
  if (cluster.trim() === '') return ' '
  const whole = cluster.normalize('NFKC').replaceAll(UNSEEN, '')
  // By way of capitals, for letters that have two small ones (`σ`, `ς`) or are written as two (`ß`).
  const small = whole.toUpperCase().toLowerCase()
  if (CYRILLIC.test(small)) return small.normalize('NFC').replaceAll('ё', 'е').replaceAll('ѐ', 'е')
  return small.normalize('NFD').replaceAll(MARKS, '')
}

/** A text without what makes no difference to a reader who looks for a word: case, marks over letters, the width of spaces. */
export function foldText(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const letters = foldCluster(cluster)
    folded += letters
    for (let unit = 0; unit < letters.length; unit++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  return { text: folded, starts, ends }
}

/** What is looked for, as it is compared; empty where that is nothing. */
export const foldPhrase = (phrase: string): string => foldText(phrase.trim()).text.trim()

/** Where a folded phrase occurs, as ranges of the text as it is; ascending, none over another. */
export function findFolded({ text, starts, ends }: FoldedText, phrase: string): TextRange[] {
  const ranges: TextRange[] = []
  if (phrase === '') return ranges
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
    const start = starts[at]
    const end = ends[at + phrase.length - 1]
    if (start !== undefined && end !== undefined) ranges.push({ start, end })
  }
  return ranges
}

/** Letters of the two alphabets that are met most, and signs: all that folding does to them is short. */
const ORDINARY = /^[\n\t\x20-\x7E\u0410-\u044F\u0401\u0451«»—–“”„’]*$/

/** The same text as of `foldText`, sooner where nothing unusual is in it, for what is only searched and not shown. */
export const foldedText = (text: string): string =>
  ORDINARY.test(text) ? text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ') : foldText(text).text
