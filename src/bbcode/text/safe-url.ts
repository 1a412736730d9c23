const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:'])
// eslint-disable-next-line no-control-regex -- control characters hide schemes: `java\tscript:`
const CONTROLS = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * An address that is safe to open: http, https, mailto or tel, resolved against the portal and
 * normalised; null for anything else (`docs/bitrix24/bbcode.md` §10).
 */
export function safeUrl(value: string, portal: string): string | null {
  const cleaned = value.replace(CONTROLS, '').replace(/^callto:/i, 'tel:')
  if (cleaned === '') return null
  try {
    const url = new URL(cleaned, portal)
    return ALLOWED.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
