import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { decodeFile } from '~/rest/decode/decode-file'
import { fileQuery } from '~/queries/files'
import { createQueryClient } from '~/queries/query-client'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import type { ChatFile } from '~/domain/message/chat-file'
import { PdfViewer } from './PdfViewer.tsx'

/** A PDF of these objects, the first of which is its catalog. */
function pdfOf(objects: readonly string[]): Blob {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  return new Blob([`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`], {
    type: 'application/pdf',
  })
}

const kids = (object: number, times: number) => `[${`${object} 0 R `.repeat(times)}]`
const page = (parent: number, box = '0 0 595 842', more = '') => `<< /Type /Page /Parent ${parent} 0 R /MediaBox [${box}] ${more} >>`

async function read(pdf: Blob) {
  const queryClient = createQueryClient()
  const portal = fakePortal({ ids: [] })
  const dialog = testDialog()
  const file = decodeFile({ id: 9, name: 'act.pdf', type: 'file' }, portal.portal) as ChatFile
  queryClient.setQueryData(fileQuery(portal, dialog.id, file.id).queryKey, pdf)
  const rendered = await renderPage(
    <InDialog portal={portal} queryClient={queryClient} dialog={dialog}>
      <PdfViewer file={file} />
    </InDialog>,
  )
  return { rendered, pages: () => [...document.querySelectorAll<HTMLElement>('[data-page]')] }
}

const drawn = (pages: readonly HTMLElement[]) => pages.filter((of) => of.querySelector('canvas')).length

it('of a file that claims any number of pages so many are shown, and more where the reader wants them', async () => {
  // 1,200 pages of one node, and again of that: 1,440,000 in all.
  const pdf = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids ${kids(3, 1_200)} /Count 1440000 >>`,
    `<< /Type /Pages /Parent 2 0 R /Kids ${kids(4, 1_200)} /Count 1200 >>`,
    page(3),
  ])
  const { rendered, pages } = await read(pdf)
  await expect.element(rendered.getByRole('status')).toHaveTextContent('Page 1 of 1440000')
  await expect.poll(() => drawn(pages())).toBeGreaterThan(0)
  expect(pages()).toHaveLength(500)
  await userEvent.click(rendered.getByRole('button', { name: 'Show 500 more pages' }))
  expect(pages()).toHaveLength(1_000)
})

it('only pages near the one that is read are kept drawn, and no page is longer than many', async () => {
  const pdf = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids ${kids(3, 60)} /Count 60 >>`, page(2, '0 0 1 100000')])
  const { pages } = await read(pdf)
  await expect.poll(() => drawn(pages())).toBeGreaterThan(0)
  const first = pages()[0] as HTMLElement
  await expect.poll(() => Math.round(first.offsetHeight / first.offsetWidth)).toBe(8)
  pages().at(-1)?.scrollIntoView()
  await expect.poll(() => drawn(pages().slice(-1))).toBe(1)
  expect(drawn(pages())).toBeLessThan(8)
  expect(drawn([first])).toBe(0)
})

it('no script of a file runs', async () => {
  const run = (where: string) => `<< /S /JavaScript /JS (app.alert\\('${where}'\\); globalThis.pdfRan = true;) >>`
  const pdf = pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${run('open')} /AA << /WC ${run('close')} >> /Names << /JavaScript << /Names [(a) ${run('names')}] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page(
      2,
      '0 0 595 842',
      `/AA << /O ${run('page')} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A ${run('link')} >>] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>`,
    ),
    '<< /Length 34 >>\nstream\nBT /F1 18 Tf 72 740 Td (Act) Tj ET\nendstream',
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [0.001 0 0 0.001 0 (0\\); globalThis.pdfRan = true; //)] >>`,
  ])
  const { rendered, pages } = await read(pdf)
  await expect.element(rendered.getByText('Act', { exact: true })).toBeInTheDocument()
  await userEvent.click(pages()[0] as HTMLElement)
  expect(Object.keys(globalThis)).not.toContain('pdfRan')
})
