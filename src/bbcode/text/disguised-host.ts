/**
 * What reads as a host: anything after `http:`, and elsewhere words with dots or four numbers. What follows in the same word is
 * its path. Each start is looked at once: a run of letters and dots is no host from its middle on.
 */
const HOST =
  /(?:https?:[\\/]+(?:[^\s\\/?#@]*@)*([\p{L}\p{N}._-]+|\[[\da-f:.]+\])|(?<![\p{L}\p{N}._-])\.*((?:[\p{L}\p{N}_-]+\.+)+\p{L}[\p{L}\p{N}-]+|\d+(?:\.\d+){3}))\S*/giu
/** Names of files, not of hosts: there are no such top-level domains. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|png|jpe?g|gif|html?|js|json|xml|rar|exe|php)$/i

/** Letters of an alphabet and of another one; not what is written in `xn--` itself. */
const MIXED = /^(?!.*xn--)(?=.*[a-z])/i

const bare = (host: string): string => host.replace(/^www\./i, '').replace(/\.$/, '')

/**
 * The host that a link really leads to, when its label has an address of another one anywhere in it, or one that only looks
 * like it: letters of two scripts. Null when there is nothing to warn of.
 */
export function disguisedHost(label: string, href: string): string | null {
  const { protocol, host, hostname, username, password } = new URL(href)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (username !== '' || password !== '') return host
  const real = bare(hostname)
  // Characters that are not seen hide nothing, and those that look like others count as those.
  for (const [, addressed, worded = ''] of label
    .replaceAll(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .matchAll(HOST)) {
    const shown = bare(addressed ?? worded)
    if (addressed === undefined && FILE.test(shown)) continue
    try {
      if (bare(new URL(`https://${shown}`).hostname) !== real || (real.includes('xn--') && MIXED.test(shown))) return host
    } catch {
      return host
    }
  }
  return null
}
