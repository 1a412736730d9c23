import { useMemo } from 'react'
import { bitrixParser } from './BitrixParser.ts'
import { useMarkup } from './view/MarkupContext.ts'
import styles from './MessageText.module.css'
import { parseMessage } from './parse/tree.ts'

/** Markup outside of a message's own text. */
export function MarkupText({ text }: { readonly text: string }) {
  const { richMarkup: extended } = useMarkup()
  const content = useMemo(() => bitrixParser.build(parseMessage(text, { extended })).toReact(), [text, extended])
  return (
    <div className={styles.text} dir="auto">
      {content}
    </div>
  )
}
