import type { Renderer } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import type { BBCodeTag } from './tags/BBCodeTag.tsx'
import { CallTag } from './tags/call.tsx'
import { ChatTag } from './tags/chat.tsx'
import { ColorTag } from './tags/color.tsx'
import { CommandTag } from './tags/command.tsx'
import { ContextTag } from './tags/context.tsx'
import { DiskTag } from './tags/disk.tsx'
import { HeadingTag, RuleTag } from './tags/heading.tsx'
import { IconTag } from './tags/icon.tsx'
import { InlineCodeTag } from './tags/icode.tsx'
import { ImgTag } from './tags/img.tsx'
import { ItemTag, ListTag } from './tags/list.tsx'
import { PictureTag } from './tags/picture.tsx'
import { RatingTag } from './tags/rating.tsx'
import { CellTag, TableRowTag, TableTag } from './tags/table.tsx'
import { TimestampTag } from './tags/timestamp.tsx'
import { VoteTag } from './tags/vote.tsx'

export { ShowAll } from './ShowAll.tsx'

type LateTagClass = new (renderer: Renderer) => BBCodeTag

const tags: ReadonlyMap<string, LateTagClass> = new Map<string, LateTagClass>([
  ['chat', ChatTag],
  ['color', ColorTag],
  ['call', CallTag],
  ['send', CommandTag],
  ['put', CommandTag],
  ['context', ContextTag],
  ['disk', DiskTag],
  ['timestamp', TimestampTag],
  ['rating', RatingTag],
  ['like', VoteTag],
  ['dislike', VoteTag],
  ['icon', IconTag],
  ['img', ImgTag],
  ['picture', PictureTag],
  ['icode', InlineCodeTag],
  ['list', ListTag],
  ['*', ItemTag],
  ['table', TableTag],
  ['tr', TableRowTag],
  ['th', CellTag],
  ['td', CellTag],
  ['h1', HeadingTag],
  ['h2', HeadingTag],
  ['hr', RuleTag],
])

/** Draws a tag whose children are there as the one of that name; others (`[DIALOG]`, `[SOURCE]`) are what is inside of them. */
export function drawLate(name: string, tag: BBCodeTag): ReactNode {
  const tagClass = tags.get(name)
  if (!tagClass) return tag.content()
  return new tagClass(tag.renderer).placeAs(tag).toReact()
}
