import { useEffect, useRef } from 'react'
import { CopyButton } from '~/ui/clipboard/CopyButton'
import { useCalm } from '~/ui/use-calm'
import { useMarkup } from '../view/MarkupContext.ts'
import { colorCode } from './code-colors.ts'
import './code-colors.css'

const blockOf = (place: Element | null): HTMLElement | null => place?.closest('[data-code]')?.querySelector('pre') ?? null

/** Marks a block while lines of it go on beyond its right edge. @returns stops */
function markMore(block: HTMLElement): () => void {
  const mark = () => block.toggleAttribute('data-more', block.scrollWidth - block.clientWidth - block.scrollLeft > 1)
  const sizes = new ResizeObserver(mark)
  sizes.observe(block)
  block.addEventListener('scroll', mark, { passive: true })
  return () => {
    sizes.disconnect()
    block.removeEventListener('scroll', mark)
  }
}

/** What is added to a code block once this has loaded: a copy button, colours, and a sign that there is more at its side. */
export function CodeTools({ code }: { readonly code: string }) {
  const place = useRef<HTMLSpanElement>(null)
  const calm = useCalm(useMarkup().timeline)
  useEffect(() => {
    const block = calm && blockOf(place.current)
    return block ? colorCode(block, code) : undefined
  }, [code, calm])
  useEffect(() => {
    const block = blockOf(place.current)
    return block ? markMore(block) : undefined
  }, [])
  return <span ref={place}>{calm && <CopyButton text={code} compact />}</span>
}
