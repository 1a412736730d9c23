import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import html from '/index.html?raw'
import { showLoadFailure } from './load-failure.ts'

beforeEach(() => {
  const root = document.createElement('div')
  root.id = 'root'
  const page = new DOMParser().parseFromString(html, 'text/html')
  document.body.replaceChildren(root, ...page.querySelectorAll('template'))
})
afterEach(() => vi.restoreAllMocks())

it('an error at start is not blamed on the connection while the page can be had', async () => {
  const asked = vi.spyOn(window, 'fetch')
  showLoadFailure('en', new TypeError('Intl.Segmenter is not a constructor'))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Couldn’t start the app.')
  await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible()
  // An old browser needs more than that.
  await expect.element(page.getByRole('link', { name: 'What can I do?' })).toHaveAttribute('href', './help/en.html#not-started')
  // This page is served: the answer comes, and changes nothing.
  await asked.mock.results[0]?.value
  await new Promise(requestAnimationFrame)
  expect(page.getByRole('alert').element().textContent).toBe('Couldn’t start the app.')
})

it('where not even the page can be had, the connection is to be checked', async () => {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  showLoadFailure('ru', new TypeError('Failed to fetch dynamically imported module'))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Приложение не запустилось. Проверьте подключение.')
  await expect.element(page.getByRole('link')).toHaveAttribute('href', './help/ru.html#not-started')
})
