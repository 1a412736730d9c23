/** A webhook as pasted by the user, cut to its base. */
export interface Webhook {
  /** `https://portal/rest/1/secret/`; holds the secret. */
  readonly url: string
  /** Origin of the portal; may be shown and used in keys. */
  readonly origin: string
  readonly userId: number
}

export type WebhookProblem = 'empty' | 'not-an-address' | 'not-https' | 'not-a-webhook'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Reads a webhook's address; a method at its end (`…/profile.json`) is cut off. Plain http is taken only
 * for this machine: otherwise the secret would be sent unencrypted.
 */
export function parseWebhook(text: string): Webhook | WebhookProblem {
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    return 'not-an-address'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-an-address'
  if (url.protocol === 'http:' && !LOCAL.has(url.hostname)) return 'not-https'
  const match = /^(.*\/rest)\/(?:api\/)?(\d+)\/([\w-]+)(?:\/[\w.]*)?$/.exec(url.pathname)
  if (!match) return 'not-a-webhook'
  return { url: `${url.origin}${match[1]}/${match[2]}/${match[3]}/`, origin: url.origin, userId: Number(match[2]) }
}
