import { expect, it, vi } from 'vitest'
import type { Time } from '~/features/timeline/row/Time'
import { fakePortal } from '~/testing/fake-portal'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

// The time is a part of every row, and is drawn whenever the row is.
const drawn = vi.hoisted(() => new Map<number, number>())
vi.mock(import('~/features/timeline/row/Time'), async (original) => {
  const { Time: Actual } = await original()
  const Counted: typeof Time = (props) => {
    drawn.set(props.message.id, (drawn.get(props.message.id) ?? 0) + 1)
    return <Actual {...props} />
  }
  return { Time: Counted }
})

it('a page with people who were not known before draws none of the rows again that are there', async () => {
  const ids = Array.from({ length: 300 }, (_, at) => at + 1)
  const portal = fakePortal({ ids })
  let pages = 0
  let held: Promise<void> | undefined
  const { list } = await renderDialog({
    ids,
    answers: {
      'im.dialog.messages.get': async (params) => {
        const page = (await portal.call('im.dialog.messages.get', params)) as object
        await held
        pages++
        const ann = { id: 7, name: 'Ann', last_activity_date: `2026-03-04T09:43:${10 + pages}+02:00` }
        return { ...page, users: [ann, { id: 100 + pages, name: `Person ${pages}` }] }
      },
    },
  })
  const element = list.element() as HTMLElement
  const mounted = () => [...element.querySelectorAll<HTMLElement>('[data-message-id]')].map((row) => Number(row.dataset['messageId']))
  const isBusy = () => element.querySelector('[data-loading]') !== null
  expect(element.textContent).toContain('Ann')
  await expect.poll(isBusy).toBe(false)

  let open = () => {}
  held = new Promise<void>((resolve) => {
    open = resolve
  })
  scrollByHand(element, -element.scrollTop)
  await expect.poll(isBusy).toBe(true)
  await expect.poll(() => element.dataset['scrolling']).toBeUndefined()
  const there = mounted()
  const inSight = there.slice(0, 10)
  const before = pages
  drawn.clear()
  open()
  await expect.poll(() => Math.min(...mounted())).toBeLessThan(Math.min(...there))
  expect(pages).toBeGreaterThan(before)
  expect(inSight.filter((id) => !mounted().includes(id))).toEqual([])
  expect(inSight.filter((id) => drawn.has(id))).toEqual([])
})
