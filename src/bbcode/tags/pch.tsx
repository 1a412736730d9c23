import { BBCodeTag } from './BBCodeTag.tsx'

/** `[PCH]`: not shown at all (`bbcode.md` §3). */
export class HiddenTag extends BBCodeTag {
  override render(): null {
    return null
  }
}
