import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { Icon } from '../view/Icon.tsx'
import { iconOf } from '../text/pictures.ts'

/** `[ICON=address size=20 title=…]`: a small picture within the line. */
export class IconTag extends BBCodeTag {
  override render(): ReactNode {
    const icon = iconOf(this.node.value)
    return icon.address === '' ? null : <Icon {...icon} />
  }
}
