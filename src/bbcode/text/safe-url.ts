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

/**
 * The host that a link really leads to, when its label looks like an address of another one; null when
 * there is nothing to warn of.
 */
export function disguisedHost(label: string, href: string): string | null {
  const url = new URL(href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '') return url.host
  const named = /^\s*(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})(?=[/:?#\s]|$)/iu.exec(label)?.[1]
  if (!named) return null
  try {
    const shown = new URL(`https://${named}`).hostname
    const real = url.hostname.replace(/^www\./, '')
    return shown === real ? null : url.host
  } catch {
    return url.host
  }
}
