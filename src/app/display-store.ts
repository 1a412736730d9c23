import type { Display } from '~/dialog/display'

const KEY = 'display'

function readStored(): Partial<Record<keyof Display, unknown>> | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as ReturnType<typeof readStored>
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
    pictures: stored?.pictures === true,
    extended: stored?.extended === true,
  }
}

export function storeDisplay(display: Display): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(display))
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
