import { useMemo } from 'react'
import { BitrixParser } from './BitrixParser.ts'
import { useMessageText } from './MessageTextContext.ts'
import styles from './MessageText.module.css'
import { parseMessage } from './tree.ts'

const parser = new BitrixParser()

/** A text with markup that is no message's own. */
export function MarkupText({ text }: { readonly text: string }) {
  const { extended } = useMessageText()
  const content = useMemo(() => parser.build(parseMessage(text, { extended })).toReact(), [text, extended])
  return (
    <div className={styles.text} dir="auto">
      {content}
    </div>
  )
}
