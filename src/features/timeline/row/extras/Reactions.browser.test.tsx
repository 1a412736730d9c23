import { expect, it } from 'vitest'
import type { Reaction } from '~/domain/message/message'
import type { UserId } from '~/domain/ids'
import { InDialog, testDialog } from '~/testing/InDialog'
import { listAt } from '~/testing/list-at'
import { renderPage } from '~/testing/render-page'
import { Reactions } from './Reactions.tsx'

const reactionsOf = (...names: readonly string[]): Reaction[] => names.map((name) => ({ name, count: 12_345, userIds: [5 as UserId] }))

async function renderFlying(reactions: readonly Reaction[]) {
  const list = listAt('fast')
  const dialog = testDialog('chat1')
  dialog.timeline.set(list.view)
  const page = await renderPage(
    <div data-testid="row" style={{ width: 220, display: 'flow-root' }}>
      <InDialog dialog={dialog}>
        <Reactions reactions={reactions} />
      </InDialog>
    </div>,
  )
  return { list, row: page.getByTestId('row').element() as HTMLElement, buttons: page.getByRole('button') }
}

it.each([[['like']], [['like', 'facepalm']]])(
  'of reactions that fly past there is the room alone, which is as high as they are: %j',
  async (names) => {
    const { list, row, buttons } = await renderFlying(reactionsOf(...names))
    expect(buttons.elements()).toEqual([])
    const { height } = row.getBoundingClientRect()
    expect(height).toBeGreaterThan(0)
    list.slowDown()
    await expect.poll(() => buttons.elements().length).toBe(names.length)
    expect(row.getBoundingClientRect().height).toBe(height)
  },
)

it.each([[['like', 'laugh', 'cry']], [['like', 'a reaction of next year']]])(
  'reactions whose height is not known are there at once: %j',
  async (names) => {
    const { buttons } = await renderFlying(reactionsOf(...names))
    expect(buttons.elements()).toHaveLength(names.length)
  },
)
