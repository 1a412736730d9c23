import { expect, it, onTestFinished } from 'vitest'
import { tellBack } from '~/lib/on-return'
import { renderPage } from '~/testing/render-page'
import { Avatar } from './index.ts'

const BROKEN = 'data:image/png,broken'

/** Pictures that were put on the page since, or changed there. */
function watchPictures() {
  const seen: Node[] = []
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element) seen.push(...(node.matches('img') ? [node] : node.querySelectorAll('img')))
  })
  observer.observe(document.body, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  return seen
}

const ann = <Avatar name="Ann Present" color={null} url={BROKEN} />

it('a picture that could not be loaded is initials, and the next row of the same person does not try it again', async () => {
  const first = await renderPage(ann)
  await expect.element(first.getByText('AP')).toBeInTheDocument()
  const pictures = watchPictures()
  const second = await renderPage(ann)
  await expect.element(second.getByText('AP').last()).toBeInTheDocument()
  expect(pictures).toEqual([])
})

it('it is tried again once the portal answers again, also by a row that has come meanwhile', async () => {
  const page = await renderPage(
    <>
      {ann}
      {ann}
    </>,
  )
  await expect.poll(() => page.getByText('AP').elements().length).toBe(2)
  const pictures = watchPictures()
  tellBack()
  await expect.poll(() => pictures.length).toBe(2)
  await expect.poll(() => page.getByText('AP').elements().length).toBe(2)
})
