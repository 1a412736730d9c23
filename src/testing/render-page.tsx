import type { ReactNode } from 'react'
import { render } from 'vitest-browser-react'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { createI18n, I18nContext } from '~/ui/i18n'
import { loadFirstTexts, loadLaterTexts } from '~/ui/language'

/** Shows something in the browser as the English app would; in tests of components. */
export async function renderPage(content: ReactNode) {
  const i18n = createI18n('en', { ...(await loadFirstTexts('en')), ...(await loadLaterTexts('en')) })
  deferredLoads.allow()
  return render(<I18nContext value={i18n}>{content}</I18nContext>)
}
