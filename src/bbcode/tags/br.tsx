import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[BR]`: a line break, as a newline is. */
export class BreakTag extends BBCodeTag {
  override render = () => '\n'
  override plain = () => '\n'
}
