import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { deferredLoads } from './DeferredLoads.ts'
import { lazyPart } from './lazy-part.tsx'
import { PartBoundary } from './PartBoundary.tsx'

/** Lets everything have a turn that waits for one, and not for a time: as often as a slow drawing is interrupted. */
async function turns(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  for (let turn = 0; turn < 50; turn++) {
    await new Promise((resolve) => {
      port1.addEventListener('message', resolve, { once: true })
      port2.postMessage(null)
    })
  }
  port1.close()
}

it('what has loaded is shown at once, and not some time after what stood in for it', async () => {
  deferredLoads.allow()
  let arrive: () => void = () => {}
  const Part = lazyPart(() => new Promise<() => string>((resolve) => (arrive = () => resolve(() => 'Ready'))))
  const { container } = await render(
    <PartBoundary waiting="Waiting">
      <Part />
    </PartBoundary>,
  )
  await expect.element(container).toHaveTextContent('Waiting')
  arrive()
  await turns()
  expect(container.textContent).toBe('Ready')
})
