import { remember } from './remember.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Up to two initials of a name; `?` when it has no letter or digit, nothing when it is blank. */
export const initialsOf = remember((name: string): string => {
  if (name.trim() === '') return ''
  const words = name.split(/[\s,.·|/\\()«»"']+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word.replace(/^#/, '')))
  const [first, last] = words.length > 1 ? [words[0], words[1]] : [words[0], undefined]
  const initial = (word: string | undefined) =>
    word ? (segmenter.segment(word.replace(/^#/, ''))[Symbol.iterator]().next().value?.segment ?? '') : ''
  return (initial(first) + initial(last)).toLocaleUpperCase() || '?'
})
