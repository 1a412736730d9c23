import { BARE_LINK } from '~/lib/bare-link'

const LINK = new RegExp(`\\[url=([^\\]\\s]+)\\]|\\[url\\]([^[\\]\\s]+)\\[/url\\]|${BARE_LINK.source}`, 'gi')

/** Addresses of the web that a text leads to, each once and in their order. */
export function linksOf(text: string): string[] {
  const found = new Set<string>()
  for (const [bare, named, plain] of text.matchAll(LINK)) {
    try {
      const { href, protocol } = new URL(named ?? plain ?? bare)
      if (protocol === 'https:' || protocol === 'http:') found.add(href)
    } catch {
      // Relative ones lead into the portal, and others nowhere.
    }
  }
  return [...found]
}
