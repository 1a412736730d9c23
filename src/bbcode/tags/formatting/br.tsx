import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[BR]`: a line break, as a newline is. */
export class BreakTag extends BBCodeTag {
  override render(): ReactNode {
    return '\n'
  }
}
