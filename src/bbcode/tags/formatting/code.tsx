import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { CodeBlock } from '../../code/CodeBlock.tsx'
import { codeOf } from '../../text/labels.ts'

/** `[CODE]…[/CODE]`: nothing inside is markup. */
export class CodeTag extends BBCodeTag {
  override render(): ReactNode {
    return <CodeBlock code={codeOf(this.node.text)} />
  }
}
