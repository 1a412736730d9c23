import type { Display } from '~/dialog/display'

const KEY = 'display'

/** As it lies in the browser's store, where names are for good. */
type StoredDisplay = Partial<Record<'theme' | 'density' | 'pictures' | 'extended', unknown>>

function readStored(): StoredDisplay | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as StoredDisplay | null
  } catch {
    // Storage may be denied in a frame, and its text may be anybody's.
    return null
  }
}

/** How the reader wants it to look; what can not be read counts as never chosen. The address overrides the theme. */
export function readDisplay(query: URLSearchParams): Display {
  const stored = readStored()
  const theme = [query.get('theme'), stored?.theme].find((name) => name === 'light' || name === 'dark')
  return {
    theme: theme ?? null,
    density: stored?.density === 'compact' ? 'compact' : 'comfortable',
    showExternalImages: stored?.pictures === true,
    richMarkup: stored?.extended === true,
  }
}

export function storeDisplay({ theme, density, showExternalImages, richMarkup }: Display): void {
  const stored: StoredDisplay = { theme, density, pictures: showExternalImages, extended: richMarkup }
  try {
    localStorage.setItem(KEY, JSON.stringify(stored))
  } catch {
    // Then the choice holds for as long as the page does.
  }
}

/** Puts the choice where the styles look for it. */
export function applyDisplay({ theme, density }: Display): void {
  const { dataset } = document.documentElement
  if (theme === null) delete dataset['theme']
  else dataset['theme'] = theme
  dataset['density'] = density
}
