import { memoizeByText } from './text/memoize-by-text.ts'

/** Relative luminance of `#rrggbb`, 0 … 1; WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** A colour with each of its channels changed, 0 … 255. */
export const eachChannel = (hex: string, change: (value: number) => number): string =>
  `#${[1, 3, 5]
    .map((from) =>
      Math.round(change(Number.parseInt(hex.slice(from, from + 2), 16)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Nearer to black: by 0 not at all, by 1 wholly. */
export const darken = (hex: string, amount: number): string => eachChannel(hex, (value) => value * (1 - amount))

/** Contrast of two colours, 1 … 21; WCAG 2.2. */
export function contrast(one: string, two: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const WANTED = 4.5

/** The colour, darkened until white text on it has a contrast of 4.5 : 1. */
export const darkenForWhiteText = memoizeByText((hex: string): string => {
  for (let amount = 0; amount < 0.9; amount += 0.05) {
    const color = darken(hex, amount)
    if (contrast(color, '#ffffff') >= WANTED) return color
  }
  return '#333333'
})
