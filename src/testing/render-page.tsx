import type { ReactNode } from 'react'
import { render } from 'vitest-browser-react'
import { Texts } from '~/lib/texts'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { TextsContext } from '~/ui/i18n'
import { loadFirstTexts, loadLaterTexts } from '~/ui/language'

/** Shows something in the browser as the English app would; in tests of components. */
export async function renderPage(content: ReactNode) {
  const texts = new Texts('en', { ...(await loadFirstTexts('en')), ...(await loadLaterTexts('en')) })
  deferredLoads.allow()
  return render(<TextsContext value={texts}>{content}</TextsContext>)
}
