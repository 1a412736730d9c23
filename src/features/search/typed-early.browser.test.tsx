import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'

it('what is typed before the rest of the panel has loaded is in its box when that is there, and is gone on with', async () => {
  const { page } = await renderDialog({ ids: [1, 2, 3], width: 1_000, beside: <ShortcutKeys /> })
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  deferredLoads.accompany(() => released)
  await userEvent.keyboard('/')
  await expect.element(page.getByRole('searchbox', { name: 'Search in this chat' })).toHaveFocus()
  // Each of the letters means something outside of it.
  await userEvent.keyboard('dum')
  release()
  const box = page.getByRole('combobox', { name: 'Search in this chat' })
  await expect.element(box).toHaveFocus()
  await userEvent.keyboard('my')
  await expect.element(box).toHaveValue('dummy')
})
