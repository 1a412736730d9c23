import { expect, it } from 'vitest'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { InDialog, testDialog } from '~/testing/InDialog'
import { listAt } from '~/testing/list-at'
import { renderPage } from '~/testing/render-page'
import { EdgeNote } from './EdgeNote.tsx'

const loading: HistoryWindow = {
  history: undefined,
  error: null,
  older: 'more',
  newer: 'end',
  loading: { get: () => 'older', subscribe: () => () => {} },
  want: () => {},
  retry: () => {},
  reload: () => {},
}

it('that a page is loading shows once messages no longer fly past, and where they do not at once', async () => {
  for (const speed of ['fast', 'rest'] as const) {
    const list = listAt(speed)
    const dialog = testDialog()
    dialog.timeline.set(list.view)
    const page = await renderPage(
      <div data-testid="end">
        <InDialog dialog={dialog}>
          <EdgeNote side="older" loaded={loading} empty={false} />
        </InDialog>
      </div>,
    )
    const end = page.getByTestId('end').element()
    expect(end.childElementCount, speed).toBe(speed === 'fast' ? 0 : 1)
    list.slowDown()
    await expect.poll(() => end.childElementCount).toBe(1)
    await page.unmount()
  }
})
