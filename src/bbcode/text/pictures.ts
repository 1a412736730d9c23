import { visibleText } from '~/lib/text/visible-text'

export type PictureSize = 'small' | 'medium' | 'large'

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp)$/i
/** Pages that do something or show something else when they are asked for, however their names are encoded. */
const NO_PICTURE = /logout|\/docs\/pub\/|\.php\//i
const unescaped = (address: string): string =>
  address.replaceAll(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * Whether an address that a message names is a picture of the portal itself, which may be asked for without the reader's doing: the
 * portal takes the request for the reader's own. The official client refuses the same pages (`docs/bitrix24/bbcode.md` §3, URL).
 */
export const isOwnPicture = (url: URL, portal: string): boolean =>
  url.origin === new URL(portal).origin && PICTURE_FILE.test(url.pathname) && !NO_PICTURE.test(unescaped(url.href))

/** What `[IMG size=… alt=…]address[/IMG]` says; the server may have wrapped the address in a link. */
export function imgOf(
  value: string,
  body: string,
): { readonly address: string; readonly leadsTo: string; readonly size: PictureSize; readonly alt: string } {
  const address = /^\s*(?:\[url(?:=[^\]]*)?\]\s*)?(https?:\/\/[^\s[\]]+)\s*(?:\[\/url\]\s*)?$/i.exec(body)?.[1] ?? ''
  const size = (/size=(small|medium|large)/i.exec(value)?.[1]?.toLowerCase() ?? 'medium') as PictureSize
  const encoded = /(?:^|\s)alt=(\S*)/i.exec(value)?.[1] ?? ''
  let alt = encoded
  try {
    alt = decodeURIComponent(encoded)
  } catch {
    // It is then shown as typed.
  }
  return { address, leadsTo: address, size, alt: visibleText(alt) }
}

const USUAL = 20
const LARGEST = 100

/** What `[ICON=address size=… title=…]` says; sizes in px, at most 100. */
export function iconOf(value: string): {
  readonly address: string
  readonly title: string
  readonly width: number
  readonly height: number
} {
  const [, address = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? []
  const px = (name: string) => {
    const given = new RegExp(`(?:^|\\s)${name}=(\\d{1,9})`, 'i').exec(rest)?.[1]
    return given === undefined ? null : Math.min(LARGEST, Math.max(1, Number(given)))
  }
  const title = /(?:^|\s)title=(.*?)(?=\s(?:size|width|height)=|$)/is.exec(rest)?.[1]?.trim() ?? ''
  const size = px('size')
  const [width, height] = [px('width'), px('height')]
  return { address, title: visibleText(title), width: size ?? width ?? height ?? USUAL, height: size ?? height ?? width ?? USUAL }
}
