import { contrast, darken, eachChannel } from './colors.ts'
import { fullHex } from './full-hex.ts'
import { memoizeByText } from './text/memoize-by-text.ts'

/** The background of text in either theme, where the contrast is lowest; `ui/styles/tokens.css`. */
const LIGHT_GROUND = '#f1f4f6'
const DARK_GROUND = '#242b33'
const WANTED = 4.5
const STEPS = 20

/** Nearer to white: by 0 not at all, by 1 wholly. */
const lighten = (hex: string, amount: number): string => eachChannel(hex, (value) => value + (255 - value) * amount)

function legible(color: string, ground: string, change: (hex: string, amount: number) => string): string {
  for (let step = 0; step < STEPS; step++) {
    const changed = change(color, step / STEPS)
    if (contrast(changed, ground) >= WANTED) return changed
  }
  return change(color, 1)
}

/** A CSS colour for text that is readable on a light and on a dark background: contrast 4.5 : 1. @param color `#rgb` or `#rrggbb` */
export const readableTextColor = memoizeByText((color: string): string => {
  const hex = fullHex(color)
  return `light-dark(${legible(hex, LIGHT_GROUND, darken)}, ${legible(hex, DARK_GROUND, lighten)})`
})
