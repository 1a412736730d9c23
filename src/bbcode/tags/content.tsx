import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[DIALOG]`, `[SOURCE]`: what is inside, and nothing else. */
export class ContentTag extends BBCodeTag {
  override render = () => this.content()
}

/** `[PCH]`: not shown at all (`bbcode.md` §3). */
export class HiddenTag extends BBCodeTag {
  override render = () => null
  override plain = () => ''
}
