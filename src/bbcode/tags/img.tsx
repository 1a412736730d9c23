import { BBCodeTag } from '../BBCodeTag.tsx'
import { imgOf } from '../pictures.ts'
import { SentPicture } from '../SentPicture.tsx'

/** `[IMG size=medium]address[/IMG]` */
export class ImgTag extends BBCodeTag {
  override render = () => <SentPicture {...imgOf(this.node.value, this.node.text)} />
}
