/** `#aabbcc` for `#abc`; anything else unchanged. */
export const fullHex = (color: string): string =>
  /^#[\da-f]{3}$/i.test(color) ? `#${Array.from(color.slice(1), (digit) => digit + digit).join('')}` : color
