import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { SentPicture } from '../view/SentPicture.tsx'

/** A link that reads as the address of a picture. */
export class PictureTag extends BBCodeTag {
  override render(): ReactNode {
    const address = this.plain().trim()
    return <SentPicture address={address} leadsTo={this.node.value || address} size="large" alt="" />
  }
}
