import type { Attach, AttachBlock, AttachPicture, GridCell, Keyboard, KeyboardButton, LeadsTo } from '~/domain/message/attach'
import { decodeEntities } from '~/lib/text/entities'
import { fullHex } from '~/lib/full-hex'
import { visibleText } from '~/lib/text/visible-text'
import { entriesOf, flag, hexColor, httpUrl, listOf, phpMap, text, wireId } from './wire.ts'

type Wire = Readonly<Record<string, unknown>>

/** Emoji that the portal stores as runs of UTF-8 in hexadecimal and leaves in nested data (`docs/bitrix24/bbcode.md` §1.7). */
const STORED_EMOJI = /:((?:f0[\da-f]{6}|e2[\da-f]{4})+):/gi

/** Text of nested data as it is shown, with its emoji decoded. */
const nestedText = (value: unknown): string =>
  visibleText(
    text(value).replaceAll(STORED_EMOJI, (_, hex: string) =>
      new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))),
    ),
  )

/** Records of a list, however PHP wrote it; empty ones are left out. */
const recordsOf = (value: unknown): Wire[] =>
  entriesOf(value)
    .map(phpMap)
    .filter((entry) => Object.keys(entry).length > 0)

const px = (value: unknown, most: number): number | null => {
  const size = wireId(value)
  return size === null || size === 0 ? null : Math.min(most, size)
}

/** `#abc` counts too. */
const color = (value: unknown): string | null => hexColor(fullHex(text(value)))

function leadsTo(entry: Wire, portal: string): LeadsTo {
  const user = wireId(entry['USER_ID'])
  if (user !== null && user > 0) return { dialog: String(user) }
  const chat = wireId(entry['CHAT_ID'])
  if (chat !== null && chat > 0) return { dialog: `chat${chat}` }
  const href = httpUrl(entry['LINK'], portal)
  return href === null ? null : { href }
}

const LARGEST = 4_000

function pictureOf(entry: Wire, address: unknown, portal: string, size: Wire = entry): AttachPicture | null {
  const absolute = httpUrl(address, portal)
  if (absolute === null) return null
  return {
    address: absolute,
    name: nestedText(entry['NAME']),
    width: px(size['WIDTH'], LARGEST),
    height: px(size['HEIGHT'], LARGEST),
  }
}

function linkOf(entry: Wire, portal: string): AttachBlock {
  const size = phpMap(entry['PREVIEW_SIZE'])
  const target = leadsTo(entry, portal)
  return {
    type: 'link',
    name: nestedText(entry['NAME']) || nestedText(entry['LINK']),
    description: nestedText(entry['DESC']) || nestedText(entry['HTML']),
    leadsTo: target,
    preview: pictureOf({}, entry['PREVIEW'] ?? entry['EXTRA_IMAGE'], portal, Object.keys(size).length > 0 ? size : entry),
  }
}

const DISPLAYS: Readonly<Record<string, GridCell['display']>> = {
  BLOCK: 'block',
  LINE: 'line',
  CARD: 'line',
  ROW: 'row',
  TABLE: 'row',
  COLUMN: 'row',
}

const cellOf = (entry: Wire, portal: string): GridCell => ({
  display: DISPLAYS[text(entry['DISPLAY']).toUpperCase()] ?? 'block',
  name: nestedText(entry['NAME']),
  value: nestedText(entry['VALUE']),
  color: color(entry['COLOR']),
  width: px(entry['WIDTH'], 600),
  leadsTo: leadsTo(entry, portal),
})

function blocksOf(block: Wire, portal: string): AttachBlock[] {
  // One key per block; unknown ones are left out.
  for (const [key, content] of Object.entries(block)) {
    switch (key.toUpperCase()) {
      case 'MESSAGE':
      case 'HTML': {
        const own = nestedText(content)
        return own === '' ? [] : [{ type: 'message', text: own }]
      }
      case 'USER':
        return recordsOf(content).map((entry) => ({
          type: 'user',
          name: nestedText(entry['NAME']),
          avatarUrl: httpUrl(entry['AVATAR'], portal),
          leadsTo: leadsTo(entry, portal),
        }))
      case 'LINK':
      case 'RICH_LINK':
        return recordsOf(content).map((entry) => linkOf(entry, portal))
      case 'IMAGE':
        return recordsOf(content).flatMap((entry) => {
          const picture = pictureOf(entry, entry['PREVIEW'] ?? entry['LINK'], portal)
          return picture ? [{ type: 'image' as const, picture, href: httpUrl(entry['LINK'], portal) }] : []
        })
      case 'FILE':
        return recordsOf(content).map((entry) => ({
          type: 'file',
          name: nestedText(entry['NAME']) || nestedText(entry['LINK']),
          href: httpUrl(entry['LINK'], portal),
          size: wireId(entry['SIZE']),
        }))
      case 'GRID': {
        const cells = recordsOf(content).map((entry) => cellOf(entry, portal))
        return cells.length === 0 ? [] : [{ type: 'grid', cells }]
      }
      case 'DELIMITER': {
        const delimiter = phpMap(content)
        return [{ type: 'delimiter', width: px(delimiter['SIZE'], 600) ?? 200, color: color(delimiter['COLOR']) }]
      }
    }
  }
  return []
}

/** The cards of `params.ATTACH`, in their order; those with nothing to show are left out (`docs/bitrix24/bbcode.md` §6). */
export function decodeAttach(value: unknown, portal: string): Attach[] {
  const single = phpMap(value)
  const list = 'BLOCKS' in single ? [single] : listOf(value).map(phpMap)
  return list.flatMap((attach) => {
    const blocks = recordsOf(attach['BLOCKS']).flatMap((block) => blocksOf(block, portal))
    return blocks.length === 0 ? [] : [{ color: color(attach['COLOR']), plain: text(attach['COLOR']) === 'transparent', blocks }]
  })
}

const INERT: Readonly<Record<string, 'send' | 'put' | 'call'>> = { SEND: 'send', PUT: 'put', CALL: 'call' }

function actionOf(button: Wire, portal: string): KeyboardButton['action'] {
  const link = text(button['LINK'])
  if (link !== '') {
    const href = httpUrl(decodeEntities(link), portal)
    return href === null ? { type: 'inert', does: 'none', value: '' } : { type: 'link', href }
  }
  const value = visibleText(text(button['ACTION_VALUE']))
  const action = text(button['ACTION']).toUpperCase()
  if (action === 'COPY') return { type: 'copy', text: value }
  const does = INERT[action]
  if (does) return { type: 'inert', does, value }
  const command = text(button['COMMAND'])
  if (command !== '') return { type: 'inert', does: 'send', value: visibleText(`/${command} ${text(button['COMMAND_PARAMS'])}`).trim() }
  return { type: 'inert', does: button['APP_ID'] === undefined ? 'none' : 'app', value: '' }
}

/** Rows of `params.KEYBOARD`; what is for phones alone is left out (`docs/bitrix24/bbcode.md` §7). */
export function decodeKeyboard(value: unknown, portal: string): Keyboard {
  const sent = phpMap(value)
  const rows: KeyboardButton[][] = [[]]
  for (const button of recordsOf('BUTTONS' in sent ? sent['BUTTONS'] : value)) {
    if (text(button['TYPE']).toUpperCase() === 'NEWLINE') rows.push([])
    else if (text(button['CONTEXT']).toUpperCase() !== 'MOBILE' && nestedText(button['TEXT']) !== '')
      rows.at(-1)?.push({
        text: nestedText(button['TEXT']),
        block: text(button['DISPLAY']).toUpperCase() === 'BLOCK',
        width: px(button['WIDTH'], 400),
        background: color(button['BG_COLOR']),
        action: flag(button['DISABLED']) ? { type: 'inert', does: 'none', value: '' } : actionOf(button, portal),
      })
  }
  return rows.filter((row) => row.length > 0)
}
