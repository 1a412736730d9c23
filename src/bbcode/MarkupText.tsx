import { useMemo } from 'react'
import { bitrixParser } from './BitrixParser.ts'
import { useMarkup } from './view/MarkupContext.ts'
import styles from './MessageText.module.css'
import { parseMessage } from './parse/tree.ts'

/** A text with markup that is no message's own. */
export function MarkupText({ text }: { readonly text: string }) {
  const { richMarkup: extended } = useMarkup()
  const content = useMemo(() => bitrixParser.build(parseMessage(text, { extended })).toReact(), [text, extended])
  return (
    <div className={styles.text} dir="auto">
      {content}
    </div>
  )
}
