import { splitBlocks } from '~/bbcode/parse/blocks'
import { viewOf } from '~/bbcode/parse/source-view'
import { MAX_LENGTH } from '~/bbcode/parse/tree'
import type { History } from '~/domain/history/history'
import type { ChatFile } from '~/domain/message/chat-file'
import type { MessageHas, TextMessage } from '~/domain/message/message'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { isMediaFile } from '~/domain/message/media'
import { ABOVE, BENEATH, isBlank } from './blocks.ts'
import { albumOf } from '~/dialog/attachments/album'
import { MAX_WIDTH, pictureSize } from '~/dialog/attachments/picture-size'

/** Heights of the parts of a row in the comfortable density, px; see `MessageRow.module.css`. */
const LINE = 22
const QUOTE_LINE = 18
const MAX_QUOTE_LINES = 4
const DAY = 48
const UNREAD = 36
/** Of the notice of what is missing, and of an unreadable record. */
export const LOST = 50
export const UNKNOWN = 30
/** Of a line with many events folded into it. */
export const FOLD = 30
const HEIGHTS: Readonly<Record<Exclude<keyof MessageHas, 'files'>, number>> = {
  topic: LINE,
  pinned: LINE,
  disappears: LINE,
  forward: LINE,
  reply: 36,
  sticker: 136,
  attaches: 90,
  keyboard: 44,
  reactions: 30,
}
/** Of a file's tile, of a voice note's, of a sound's that has a name, and of the notice of files that are missing; see `Files.module.css` and its neighbours. */
const TILE = 60
const VOICE = 64
const SOUND = 72
const MISSING = 36
const FILES_MARGIN = 10
const FILES_GAP = 6
/** What the margins of files and of what follows them share. */
const SHARED_MARGIN = 4
const ALBUM_GAP = 4
const CODE_MARGINS = 32
/** The part of the row's width that the text does not get, and the text's greatest width. */
const BESIDE_TEXT = 84
export const MEASURE = 618
const LATIN = 7.4
const OTHER = 8.5

/** No bracket in its value: where none is closed, each would be looked for to the end of the text. */
const TAG = /\[\/?[a-z]+(?:=[^[\]\n]*)?\]/gi

function linesOf(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n', 80)) {
    let px = 0
    for (let at = 0; at < line.length; at++) px += line.charCodeAt(at) < 0x24f ? LATIN : OTHER
    lines += Math.max(1, Math.ceil(px / width))
  }
  return lines
}

function textHeight(text: string, width: number): number {
  let height = 0
  for (const block of splitBlocks(viewOf(text.trim().slice(0, MAX_LENGTH)))) {
    const body = block.view.text
    const plain = body.includes('[') ? body.replaceAll(TAG, '') : body
    if (block.type === 'quote') {
      const lines = linesOf(plain, width - 27)
      height += 22 + (block.source ? 20 : 0) + Math.min(lines, MAX_QUOTE_LINES) * QUOTE_LINE + (lines > MAX_QUOTE_LINES ? QUOTE_LINE : 0)
    } else if (plain !== '') height += linesOf(plain, width) * LINE + (/\[code\]/i.test(body) ? CODE_MARGINS : 0)
  }
  return height
}

const tileHeight = ({ kind, uploaded, voiceNote }: ChatFile): number => (kind === 'audio' && uploaded ? (voiceNote ? VOICE : SOUND) : TILE)

/** Height of pictures that stand together, px. */
function picturesHeight(pictures: readonly ChatFile[], width: number): number {
  const [single, another] = pictures
  if (single && !another) {
    const box = pictureSize(single)
    return box.height * Math.min(1, width / box.width)
  }
  return albumOf(pictures).reduce((height, { ratio }) => height + ALBUM_GAP + Math.min(MAX_WIDTH, width) / ratio, -ALBUM_GAP)
}

/** Height of a message's files, px, with the margin above them: exact where nothing breaks its line, so that files that load late move nothing. */
export function filesHeight(message: TextMessage, files: History['files'], width: number): number {
  const known = message.fileIds.flatMap((id) => files.get(id) ?? [])
  const pictures = known.filter(isMediaFile)
  const blocks = known.filter((file) => !isMediaFile(file)).map(tileHeight)
  if (pictures[0]) blocks.push(picturesHeight(pictures, width))
  if (known.length < message.fileIds.length) blocks.push(MISSING)
  return blocks[0] === undefined ? 0 : blocks.reduce((height, block) => height + block + FILES_GAP, FILES_MARGIN - FILES_GAP)
}

const heightOf = ({ has }: TextMessage, things: readonly (keyof MessageHas)[]): number =>
  things.reduce((height, thing) => height + (thing !== 'files' && has[thing] ? HEIGHTS[thing] : 0), 0)

/** Height of what stands above a message's text, px. */
export const prefaceHeight = (message: TextMessage): number => heightOf(message, ABOVE)

/** Height of what stands beneath a message's text and files, px. */
export function extrasHeight(message: TextMessage): number {
  const height = heightOf(message, BENEATH)
  return height > 0 && message.has.files ? height - SHARED_MARGIN : height
}

/** Height of a message's text, or of the notice that there is none, px. */
function wordsHeight(message: TextMessage, width: number): number {
  if (isBlank(message)) return LINE
  return message.urlOnly || message.text.trim() === '' ? 0 : textHeight(message.text, width)
}

/** Estimated height of a row in px before it is measured. The better it is, the less scrolling has to correct. */
export function estimateRow(row: TimelineRow, files: History['files'], listWidth: number): number {
  const { message } = row
  const above = (row.startsDay ? DAY : 0) + (row.startsUnread ? UNREAD : 0) + (row.lostBefore > 0 || row.followsMissing ? LOST : 0)
  const width = Math.min(MEASURE, Math.max(120, listWidth - BESIDE_TEXT))
  if (row.folded) return above + FOLD
  if (message.kind === 'unknown') return above + UNKNOWN
  const beside = prefaceHeight(message) + extrasHeight(message)
  if (message.kind === 'system')
    return (
      above +
      12 +
      linesOf(message.text.slice(0, MAX_LENGTH).replaceAll(TAG, ''), width) * QUOTE_LINE +
      filesHeight(message, files, width) +
      beside
    )
  const frame = row.startsGroup ? 14 + LINE : 4
  if (message.deleted) return above + frame + LINE
  return above + frame + wordsHeight(message, width) + filesHeight(message, files, width) + beside
}
