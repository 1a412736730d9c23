import type { CSSProperties, ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'

const SMALLEST = 8
const LARGEST = 30
const LOUD = 20

/** Lines as far apart as in the text around, or farther where the letters need it. */
const sized = (px: number): CSSProperties => ({ fontSize: px, lineHeight: px > 17 ? 1.3 : undefined })

/** `[SIZE=20]`, within 8 and 30 px. */
export class SizeTag extends BBCodeTag {
  override render(): ReactNode {
    return <span style={sized(Math.min(LARGEST, Math.max(SMALLEST, Number.parseInt(this.node.value, 10))))}>{this.content()}</span>
  }
}

/** `/loud` */
export class LoudTag extends BBCodeTag {
  override render(): ReactNode {
    return <span style={sized(LOUD)}>{this.content()}</span>
  }
}
