import { usualDisplay, type Display } from '~/ui/display'

const KEY = 'display'

type Stored = Pick<Display, 'theme' | 'density'> & Partial<Display>

function isDisplay(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null || !('theme' in value) || !('density' in value)) return false
  return (
    (value.theme === null || value.theme === 'light' || value.theme === 'dark') &&
    ['comfortable', 'compact'].includes(String(value.density)) &&
    // Choices that there were not yet when it was stored.
    (!('pictures' in value) || typeof value.pictures === 'boolean') &&
    (!('extended' in value) || typeof value.extended === 'boolean')
  )
}

/** How the reader wants it to look; what can not be read counts as never chosen. The address overrides the theme. */
export function readDisplay(query: URLSearchParams): Display {
  let display = usualDisplay
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (isDisplay(stored)) display = { ...usualDisplay, ...stored }
  } catch {
    // Storage may be denied in a frame, and its text may be anybody's.
  }
  const theme = query.get('theme')
  return theme === 'light' || theme === 'dark' ? { ...display, theme } : display
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
