import { afterEach, expect, it, vi } from 'vitest'
import { chooseDelivery, type Delivery } from './deliver.ts'

afterEach(() => void vi.unstubAllGlobals())

async function* files(): AsyncGenerator<Delivery> {
  for (const name of ['a.txt', 'b.txt']) yield { name, blob: new Blob([name]), sentAt: null }
}

it.each([
  ['refuses folders to frames of another site', { showDirectoryPicker: () => Promise.reject(new DOMException('denied', 'SecurityError')) }],
  ['has no folders to choose', {}],
])('where the browser %s, files come as one archive', async (_, window) => {
  const link = { href: '', download: '', click: vi.fn() }
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', { createElement: () => link })
  const deliver = await chooseDelivery(2, 'chat.zip')
  await deliver?.(files(), () => {})
  expect(link.click).toHaveBeenCalledOnce()
  expect(link.download).toBe('chat.zip')
})

it('nothing is saved where the reader has changed their mind', async () => {
  vi.stubGlobal('window', { showDirectoryPicker: () => Promise.reject(new DOMException('closed', 'AbortError')) })
  expect(await chooseDelivery(2, 'chat.zip')).toBeNull()
})
