import { useEffect, useRef } from 'react'
import { CopyButton } from '~/ui/CopyButton'
import { colorCode } from './code-colors.ts'
import './code-colors.css'

/** What comes to a block of code once it is there: a way to copy it, and colours. */
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
