import type { Language } from '~/ui/language'

/** Not in the catalogue, because that is what may have failed to load. */
const words: Readonly<Record<Language, readonly [sentence: string, action: string]>> = {
  en: ['Couldn’t load the app. Check your connection.', 'Retry'],
  ru: ['Приложение не загрузилось. Проверьте подключение.', 'Повторить'],
}

/** A message and a retry button, when not even the app's own files have loaded. */
export function showLoadFailure(language: Language, error: unknown): void {
  const [sentence, action] = words[language]
  const text = document.createElement('p')
  text.setAttribute('role', 'alert')
  text.textContent = sentence
  // For debugging; it contains the address of a file at most, and no secret.
  text.title = error instanceof Error ? error.message : ''
  const button = document.createElement('button')
  button.textContent = action
  button.addEventListener('click', () => window.location.reload())
  document.getElementById('root')?.replaceChildren(text, button)
}
