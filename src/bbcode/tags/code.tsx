import { BBCodeTag } from '../BBCodeTag.tsx'
import { CodeBlock } from '../CodeBlock.tsx'

/** `[CODE]…[/CODE]`: nothing inside is markup; one line break at either end is not part of it. */
export class CodeTag extends BBCodeTag {
  override render = () => <CodeBlock code={this.text.replace(/^\r?\n/, '').replace(/\r?\n$/, '')} />
}
