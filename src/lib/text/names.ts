import { memoizeByText } from './memoize-by-text.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The characters of a text as a person counts them. */
export const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Up to two initials of a name; `?` when it has no letter or digit, nothing when it is blank. */
export const initialsOf = memoizeByText((name: string): string => {
  if (name.trim() === '') return ''
  const words = name.split(/[\s,.·|/\\()«»"']+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word.replace(/^#/, '')))
  const [first, last] = words.length > 1 ? [words[0], words[1]] : [words[0], undefined]
  const initial = (word: string | undefined) => graphemes(word?.replace(/^#/, '') ?? '')[0] ?? ''
  return (initial(first) + initial(last)).toLocaleUpperCase() || '?'
})
