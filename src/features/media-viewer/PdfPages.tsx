import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { clampedRatio, fittingScale } from './pdf-page-size.ts'
import styles from './PdfViewer.module.css'

/** A file may claim any number of pages, whatever its size. */
const PAGES_AT_ONCE = 500

interface PdfPagesProps {
  readonly pdf: PDFDocumentProxy
  readonly onRead: (number: number) => void
}

/** The pages of a PDF one below the other, so many of them, and a button for more. */
export function PdfPages({ pdf, onRead }: PdfPagesProps) {
  const t = useText()
  const [most, setMost] = useState(PAGES_AT_ONCE)
  const count = Math.min(pdf.numPages, most)
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <Page key={at} pdf={pdf} number={at + 1} onRead={onRead} />
      ))}
      {count < pdf.numPages && (
        <Button onClick={() => setMost(most + PAGES_AT_ONCE)}>
          {t('pdf.more', { count: Math.min(PAGES_AT_ONCE, pdf.numPages - count) })}
        </Button>
      )}
    </>
  )
}

interface PageProps extends PdfPagesProps {
  readonly number: number
}

/** A4, until its own proportions are known. */
const USUAL = 1 / Math.SQRT2

/** Drawn while it is near, and empty otherwise: what has been drawn takes megabytes. */
function Page({ pdf, number, onRead }: PageProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(number === 1)
  const [ratio, setRatio] = useState(USUAL)
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const root = element.parentElement
    const approach = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), { root, rootMargin: '100%' })
    const read = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && onRead(number), { root, rootMargin: '-50% 0px' })
    approach.observe(element)
    read.observe(element)
    return () => {
      approach.disconnect()
      read.disconnect()
    }
  }, [number, onRead])

  useEffect(() => {
    const element = paper.current
    if (!near || !element) return
    const drawing = new AbortController()
    const { signal } = drawing
    const draw = async () => {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      if (signal.aborted) return
      setRatio(clampedRatio(width, height))
      element.replaceChildren(...(await drawn(page, element.clientWidth, signal)))
    }
    // Being drawn ends with an error as well when it is given up.
    draw().catch(() => signal.aborted || setBroken(true))
    return () => {
      drawing.abort()
      element.replaceChildren()
    }
  }, [near, pdf, number])

  return (
    <div ref={box} className={styles.page} style={{ aspectRatio: ratio }} data-page={number}>
      <div ref={paper} />
      {broken && (
        <p className={styles.broken} role="alert">
          {t('pdf.pageBroken', { page: number })}
        </p>
      )}
    </div>
  )
}

/** A page as a picture, and its words above it. @param boxWidth px @throws when it is given up or cannot be drawn */
async function drawn(page: PDFPageProxy, boxWidth: number, signal: AbortSignal): Promise<HTMLElement[]> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { shown, sharp } = fittingScale({ width, height }, boxWidth, window.devicePixelRatio)
  const viewport = page.getViewport({ scale: sharp })
  const canvas = document.createElement('canvas')
  canvas.width = viewport.width
  canvas.height = viewport.height
  const task = page.render({ canvas, viewport })
  signal.addEventListener('abort', () => task.cancel())
  await task.promise
  const words = document.createElement('div')
  words.className = styles.words ?? ''
  words.style.setProperty('--total-scale-factor', String(shown))
  await new TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport: page.getViewport({ scale: shown }),
  }).render()
  signal.throwIfAborted()
  return [canvas, words]
}
