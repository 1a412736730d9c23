import { graphemes } from '~/lib/names'

const EMOJI = /^(?:[\p{RI}\p{Emoji_Presentation}\p{Extended_Pictographic}\p{EMod}\uFE0F]|\u200D|\s)+$/u
const FEW = 3

/** Whether a text is one to three emoji and nothing else; those are shown large. */
export const isJumbo = (text: string): boolean => EMOJI.test(text) && graphemes(text.replaceAll(/\s/g, '')).length <= FEW
