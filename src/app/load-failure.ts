import type { Language } from '~/ui/language'

/**
 * A message, a retry button and the way to the help, when the app could not be started: a file of it did not come, or an old browser lacks
 * something. The words are in the page itself (`index.html`): the catalogue may be what has failed to load.
 */
export function showLoadFailure(language: Language, error: unknown): void {
  const words = document.querySelector<HTMLTemplateElement>('#failure')?.content.querySelector(`[lang=${language}]`)
  const text = words?.querySelector('p')
  if (!words || !text) return
  // For debugging; it contains the address of a file at most, and no secret.
  text.title = String(error)
  const reload = () => location.reload()
  words.querySelector('button')?.addEventListener('click', reload)
  window.addEventListener('online', reload)
  document.getElementById('root')?.replaceChildren(words)
  // An error does not tell what is to blame for it; the page itself does, when it can be had again.
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => text.append(` ${text.dataset['offline']}`))
}
