import { graphemes } from '~/lib/text/names'

const EMOJI = /^(?:[\p{RI}\p{Emoji_Presentation}\p{Extended_Pictographic}\p{EMod}\uFE0F]|\u200D|\s)+$/u
const FEW = 3
/** In UTF-16: no three emoji need more, and counting the characters of a long text takes its time. */
const LONGEST = 200

/** Whether a text is one to three emoji and nothing else; those are shown large. */
export const isJumbo = (text: string): boolean =>
  text.length <= LONGEST && EMOJI.test(text) && graphemes(text.replaceAll(/\s/g, '')).length <= FEW
