import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { isPictureAddress } from '../parse/grammar.ts'
import { Deferred } from '~/ui/deferred/Deferred'
import { rareTagsPart } from './RareTag.tsx'
import { SafeLink } from '../view/SafeLink.tsx'

/**
 * `[URL]address[/URL]` and `[URL=address]label[/URL]`: a link, or just the label when it leads nowhere safe. A link
 * that reads as the address of a picture is the picture.
 */
export class UrlTag extends BBCodeTag {
  override render(): ReactNode {
    const label = this.plain()
    const link = (
      <SafeLink address={this.node.value || label} label={label}>
        {this.content()}
      </SafeLink>
    )
    const written = label.trim()
    if (!isPictureAddress(written)) return link
    return (
      <Deferred part={rareTagsPart} waiting={link}>
        {({ SentPicture }) => <SentPicture address={written} leadsTo={this.node.value || written} size="large" alt="" />}
      </Deferred>
    )
  }
}
