import { useEffect, useRef } from 'react'
import { CopyButton } from '~/ui/CopyButton'
import { colorCode } from './code-colors.ts'
import './code-colors.css'

/** What is added to a code block once this has loaded: a copy button, and colours. */
export function CodeTools({ code }: { readonly code: string }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const block = place.current?.closest('[data-code]')?.querySelector('pre')
    return block ? colorCode(block, code) : undefined
  }, [code])
  return (
    <span ref={place}>
      <CopyButton text={code} />
    </span>
  )
}
