import { copyText } from './copy-text.ts'

/** A paragraph of what is copied: its head stands out. */
export interface RichLine {
  readonly head: string
  readonly text: string
}

/** The lines as HTML, made of nodes, so that nothing a person wrote becomes markup. */
export function richHtml(lines: readonly RichLine[]): string {
  const box = document.implementation.createHTMLDocument('').createElement('div')
  for (const { head, text } of lines) {
    const paragraph = document.createElement('p')
    const strong = document.createElement('b')
    strong.textContent = head
    paragraph.append(strong, ' ')
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraph.append(document.createElement('br'))
      paragraph.append(line)
    }
    box.append(paragraph)
  }
  return box.innerHTML
}

/** Puts text, plain and as HTML, on the clipboard by the browser's own copy command, which frames may use. */
export async function copyRich(plain: string, html: string): Promise<boolean> {
  let written = false
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', plain)
    event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    event.stopImmediatePropagation()
    written = event.clipboardData !== null
  }
  document.addEventListener('copy', write, { capture: true, once: true })
  const done = document.execCommand('copy')
  document.removeEventListener('copy', write, { capture: true })
  return (done && written) || copyText(plain)
}
