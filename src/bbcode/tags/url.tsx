import { BBCodeTag } from '../BBCodeTag.tsx'
import { SafeLink } from '../SafeLink.tsx'

/** `[URL]address[/URL]` and `[URL=address]label[/URL]`: a link, or just the label when it leads nowhere safe. */
export class UrlTag extends BBCodeTag {
  override render = () => {
    const label = this.plain()
    return (
      <SafeLink address={this.value || label} label={label}>
        {this.content()}
      </SafeLink>
    )
  }
}
