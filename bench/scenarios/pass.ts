import type { Tab } from '../tab.ts'

/** Reads on towards the beginning as fast as pages arrive, until a number of messages has been passed. */
export async function pass(tab: Tab, count: number): Promise<void> {
  await tab.page.evaluate(async (wanted) => {
    const list = document.querySelector('[data-testid="message-list"]') as HTMLElement
    const oldest = () => Number(list.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'] ?? 0)
    const turn = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // Ids are five apart on average in the demo portal's long chats.
    const until = oldest() - wanted * 5
    while (oldest() > until && !list.querySelector('[data-edge="oldest"]')) {
      if (list.scrollTop > 200) list.scrollTop = 140
      await turn()
    }
  }, count)
}
