import { useMemo } from 'react'
import { BitrixParser } from './BitrixParser.ts'
import styles from './MessageText.module.css'

const parser = new BitrixParser()

/** The text of a message with Bitrix24's markup shown. */
export function MessageText({ text }: { readonly text: string }) {
  // The official client trims before it parses.
  const content = useMemo(() => parser.toReact(text.trim()), [text])
  return (
    <div className={styles.text} dir="auto">
      {content}
    </div>
  )
}
