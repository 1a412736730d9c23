import { expect, it } from 'vitest'
import { MessageText } from '~/bbcode/MessageText'
import type { MessageId } from '~/domain/ids'
import { InDialog, testDialog } from '~/testing/InDialog'
import { listAt } from '~/testing/list-at'
import { renderPage } from '~/testing/render-page'

const isColoured = (code: string): boolean =>
  [...CSS.highlights.values()].some((highlight) =>
    [...highlight].some((range) => range instanceof Range && range.startContainer.textContent === code),
  )

it('code is coloured and can be copied where it is read, and code that flies past once it does not', async () => {
  const list = listAt('fast')
  const flying = testDialog('chat1')
  flying.timeline.set(list.view)
  const codeOf = (name: string) => `function ${name}(list) {\n  return list.map((item) => item.price * 2).join('; ') // all of them\n}`
  const [past, read] = [codeOf('past'), codeOf('read')]
  const page = await renderPage(
    <>
      <InDialog dialog={flying}>
        <MessageText messageId={1 as MessageId} text={`[CODE]${past}[/CODE]`} />
      </InDialog>
      <InDialog dialog={testDialog('chat2')}>
        <MessageText messageId={2 as MessageId} text={`[CODE]${read}[/CODE]`} />
      </InDialog>
    </>,
  )
  const buttons = page.getByRole('button', { name: 'Copy' })
  // They are asked for in the order in which they stand.
  await expect.poll(() => isColoured(read)).toBe(true)
  expect(isColoured(past)).toBe(false)
  expect(buttons.elements()).toHaveLength(1)
  list.slowDown()
  await expect.poll(() => isColoured(past)).toBe(true)
  expect(buttons.elements()).toHaveLength(2)
})
