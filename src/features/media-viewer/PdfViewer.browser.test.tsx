import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { fileQuery } from '~/queries/files'
import { createQueryClient } from '~/queries/query-client'
import { fakeFile } from '~/testing/fake-file'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { PdfViewer } from './PdfViewer.tsx'

const file = fakeFile(1, { name: 'act.pdf', extension: 'pdf' })

const A4 = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 4 0 R >>'
const SQUARE = A4.replace('842', '595')
const STREAM = 'BT /F 18 Tf 72 740 Td (Act of acceptance) Tj ET'

/** A document of which each page is an object of its own. */
function pdfOf(pages: readonly string[]): Blob {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${at + 5} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${STREAM.length} >>\nstream\n${STREAM}\nendstream`,
    ...pages,
  ]
  const body: string[] = ['%PDF-1.4\n']
  const offsets: string[] = []
  for (const [at, object] of objects.entries()) {
    offsets.push(`${String(body.join('').length).padStart(10, '0')} 00000 n \n`)
    body.push(`${at + 1} 0 obj\n${object}\nendobj\n`)
  }
  const start = body.join('').length
  body.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`)
  body.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return new Blob(body, { type: 'application/pdf' })
}

type GetContext = (this: HTMLCanvasElement, kind: string, options?: unknown) => RenderingContext | null

async function open(pages: readonly string[]) {
  const portal = fakePortal({ ids: [] })
  const dialog = testDialog()
  const queryClient = createQueryClient()
  queryClient.setQueryData(fileQuery(portal, dialog.id, file.id).queryKey, pdfOf(pages))
  const { getByRole, container } = await renderPage(
    <InDialog portal={portal} dialog={dialog} queryClient={queryClient}>
      <PdfViewer file={file} />
    </InDialog>,
  )
  return { getByRole, container, pages: getByRole('group', { name: 'act.pdf' }).element() }
}

describe('a PDF', () => {
  afterEach(() => vi.restoreAllMocks())

  it('says of a page that it cannot be shown, and shows the others', async () => {
    const getContext = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'getContext')?.value as GetContext
    // As a browser does that has no memory left for it.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      kind: string,
      options?: unknown,
    ) {
      return this.width > 0 && this.width === this.height ? null : getContext.call(this, kind, options)
    } satisfies GetContext)
    const { getByRole, container } = await open([A4, SQUARE, A4])
    await expect.element(getByRole('status')).toHaveTextContent('Page 1 of 3')
    const page = (number: number) => container.querySelector(`[data-page="${number}"]`)
    await expect.poll(() => page(1)?.querySelector('canvas')).not.toBeNull()
    page(2)?.scrollIntoView()
    await expect.element(getByRole('alert')).toHaveTextContent('Page 2 can’t be shown. You can still download the file.')
    page(3)?.scrollIntoView()
    await expect.poll(() => page(3)?.querySelector('canvas')).not.toBeNull()
    expect(page(2)?.querySelector('canvas')).toBeNull()
  })

  it('is scrolled by the keys as soon as it is open', async () => {
    const { getByRole, pages } = await open([A4, A4])
    await expect.element(getByRole('status')).toHaveTextContent('Page 1 of 2')
    expect(document.activeElement).toBe(pages)
    await userEvent.keyboard('{PageDown}')
    await expect.poll(() => pages.scrollTop).toBeGreaterThan(0)
  })
})
