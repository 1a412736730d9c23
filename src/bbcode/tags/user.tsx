import type { UserId } from '~/domain/ids'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { Mention } from '../Mention.tsx'

/** `[USER=503]Ann[/USER]`: as written; with REPLACE or empty, the user's present name. */
export class UserTag extends BBCodeTag {
  override render = () => {
    const [id = '', replace] = this.value.split(' ')
    const written = this.plain().trim()
    if (id.toLowerCase() === 'all') return <Mention id="all" written={written} current={false} />
    if (Number(id) === 0) return written
    return <Mention id={Number(id) as UserId} written={written} current={replace !== undefined || written === ''} />
  }
}
