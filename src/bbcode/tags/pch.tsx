import { BBCodeTag } from './BBCodeTag.tsx'

/** `[PCH]`: not shown at all (`docs/bitrix24/bbcode.md` §3). */
export class HiddenTag extends BBCodeTag {
  override render(): null {
    return null
  }
}
