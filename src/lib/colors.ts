import { remember } from './remember.ts'

/** Relative luminance of `#rrggbb`, 0 … 1; WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

const darken = (hex: string, factor: number): string =>
  `#${[1, 3, 5]
    .map((from) =>
      Math.round(Number.parseInt(hex.slice(from, from + 2), 16) * factor)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const WANTED = 4.5

/** The colour, darkened until white text on it has a contrast of 4.5 : 1. */
export const behindWhite = remember((hex: string): string => {
  for (let factor = 1; factor > 0.1; factor -= 0.05) {
    const color = darken(hex, factor)
    if (1.05 / (luminance(color) + 0.05) >= WANTED) return color
  }
  return '#333333'
})
