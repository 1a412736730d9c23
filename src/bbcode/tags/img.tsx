import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { imgOf } from '../text/pictures.ts'
import { SentPicture } from '../view/SentPicture.tsx'

/** `[IMG size=medium]address[/IMG]` */
export class ImgTag extends BBCodeTag {
  override render(): ReactNode {
    return <SentPicture {...imgOf(this.node.value, this.node.text)} />
  }
}
