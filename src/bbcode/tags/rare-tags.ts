import type { TagClass } from 'bbcode-to-react'
import { CallTag } from './call.tsx'
import { ChatTag } from './chat.tsx'
import { ColorTag } from './formatting/color.tsx'
import { CommandTag } from './command.tsx'
import { ContextTag } from './context.tsx'
import { DiskTag } from './disk.tsx'
import { HeadingTag, RuleTag } from './formatting/heading.tsx'
import { IconTag } from './icon.tsx'
import { InlineCodeTag } from './formatting/icode.tsx'
import { ImgTag } from './img.tsx'
import { ItemTag, ListTag } from './formatting/list.tsx'
import { RatingTag } from './rating.tsx'
import { TableTag } from './formatting/table.tsx'
import { TimestampTag } from './timestamp.tsx'
import { VoteTag } from './vote.tsx'

export { SentPicture } from '../view/SentPicture.tsx'

/**
 * Tags that few messages have, by name. Others are what is inside of them: `[DIALOG]`, `[SOURCE]`, rows and cells outside
 * of a table.
 */
export const rareTags: Readonly<Record<string, TagClass>> = {
  chat: ChatTag,
  color: ColorTag,
  call: CallTag,
  send: CommandTag,
  put: CommandTag,
  context: ContextTag,
  disk: DiskTag,
  timestamp: TimestampTag,
  rating: RatingTag,
  like: VoteTag,
  dislike: VoteTag,
  icon: IconTag,
  img: ImgTag,
  icode: InlineCodeTag,
  list: ListTag,
  '*': ItemTag,
  table: TableTag,
  h1: HeadingTag,
  h2: HeadingTag,
  hr: RuleTag,
}
