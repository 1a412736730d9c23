import type { History } from '~/domain/history'
import type { TimelineRow } from '~/domain/timeline-rows'

const LINE = 22
const CHARACTER = 7.4
const PICTURE = 320
const TILE = 72

/** A guess at a row's height in px before it is measured; only its rough size matters. */
export function estimateRow(row: TimelineRow, files: History['files'], width: number): number {
  const { message } = row
  let height = row.startsGroup ? 38 : 4
  if (row.startsDay) height += 48
  if (row.startsUnread) height += 36
  if (message.kind !== 'message' || message.deleted) return height + LINE
  const perLine = Math.max(16, Math.min(72, (width - 80) / CHARACTER))
  let lines = 0
  for (const line of message.text.split('\n', 60)) lines += Math.max(1, Math.ceil(line.length / perLine))
  if (message.text === '') lines = 0
  const pictures = message.fileIds.filter((id) => files.get(id)?.kind === 'image' || files.get(id)?.kind === 'video').length
  height += lines * LINE + (pictures > 0 ? PICTURE : 0) + (message.fileIds.length - pictures) * TILE
  return height + (message.likes.length > 0 ? 28 : 0)
}
