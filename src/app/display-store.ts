import type { Display } from '~/dialog/state/display'

const KEY = 'display'

/** As stored in the browser; these names cannot change any more. */
type StoredDisplay = Partial<Record<'theme' | 'density' | 'clock' | 'pictures' | 'extended' | 'language', unknown>>

function readStored(): StoredDisplay | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as StoredDisplay | null
  } catch {
    // Storage may be denied in a frame, and its content cannot be trusted.
    return null
  }
}

/** How the reader wants it to look; unreadable values count as never chosen. The address overrides the theme. */
export function readDisplay(query: URLSearchParams): Display {
  const stored = readStored()
  const theme = [query.get('theme'), stored?.theme].find((name) => name === 'light' || name === 'dark')
  return {
    theme: theme ?? null,
    density: stored?.density === 'compact' ? 'compact' : 'comfortable',
    clock: stored?.clock === 'portal' || stored?.clock === 'utc' ? stored.clock : 'own',
    showExternalImages: stored?.pictures === true,
    richMarkup: stored?.extended === true,
    language: stored?.language === 'en' || stored?.language === 'ru' ? stored.language : null,
  }
}

export function storeDisplay({ showExternalImages, richMarkup, ...rest }: Display): void {
  const stored: StoredDisplay = { ...rest, pictures: showExternalImages, extended: richMarkup }
  try {
    localStorage.setItem(KEY, JSON.stringify(stored))
  } catch {
    // The choice then lasts until the page is closed.
  }
}

/** Sets the attributes that the styles use. */
export function applyDisplay({ theme, density }: Display): void {
  const { dataset } = document.documentElement
  if (theme === null) delete dataset['theme']
  else dataset['theme'] = theme
  dataset['density'] = density
}
