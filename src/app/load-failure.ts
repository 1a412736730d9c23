import type { Language } from '~/ui/language'

/** Not in the catalogue, because that is what may have failed to load. */
const words: Readonly<Record<Language, readonly [sentence: string, advice: string, action: string]>> = {
  en: ['Couldn’t start the app.', 'Check your connection.', 'Retry'],
  ru: ['Приложение не запустилось.', 'Проверьте подключение.', 'Повторить'],
}

/** A message and a retry button, when the app could not be started: a file of it did not come, or an old browser lacks something. */
export function showLoadFailure(language: Language, error: unknown): void {
  const [sentence, advice, action] = words[language]
  const text = document.createElement('p')
  text.setAttribute('role', 'alert')
  text.textContent = sentence
  // For debugging; it contains the address of a file at most, and no secret.
  text.title = String(error)
  const button = document.createElement('button')
  button.textContent = action
  const reload = () => location.reload()
  button.addEventListener('click', reload)
  window.addEventListener('online', reload)
  document.getElementById('root')?.replaceChildren(text, button)
  // An error does not tell what is to blame for it; the page itself does, when it can be had again.
  fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => text.append(` ${advice}`))
}
