import { createContext, use } from 'react'
import type { ClockName } from '~/lib/time/clock'
import type { Language } from '~/ui/language'

/** How the reader wants messages to look. */
export interface Display {
  /** Null follows the system. */
  readonly theme: 'light' | 'dark' | null
  readonly density: 'comfortable' | 'compact'
  /** On which clock days and times are read. */
  readonly clock: ClockName
  /** Pictures from servers other than the portal's load automatically; those servers learn about the reader. */
  readonly showExternalImages: boolean
  /** Lists, tables, headings and inline code, as the messenger shows them with its Markdown on. */
  readonly richMarkup: boolean
  /** Null follows the browser, or the portal around the page. Another one takes effect when the page is opened again. */
  readonly language: Language | null
}

/** As long as nothing was chosen. */
export const defaultDisplay: Display = {
  theme: null,
  density: 'comfortable',
  clock: 'own',
  showExternalImages: false,
  richMarkup: false,
  language: null,
}

export const DisplayContext = createContext(defaultDisplay)

export const useDisplay = (): Display => use(DisplayContext)
