import type { Plugin } from 'vite'

/** Texts of React Aria in a language: `…/intl/calendar/de-DE.mjs`. */
const TEXTS = /\/node_modules\/react-(?:aria|aria-components|stately)\/dist\/.*\/intl\/(?:.*\/)?(?<language>[a-z]{2})-[A-Z]{2}\.mjs$/

/**
 * Leaves out of React Aria its texts in languages that the interface does not speak (`docs/decisions/0040-the-calendar-speaks-two-languages.md`):
 * a fifth of the part that the calendar is. It is always told a language that is there.
 */
export const spokenLanguages = (languages: readonly string[]): Plugin => ({
  name: 'spoken-languages',
  apply: 'build',
  load(id) {
    const language = TEXTS.exec(id.split('?', 1)[0] ?? '')?.groups?.['language']
    return language === undefined || languages.includes(language) ? null : 'export default {}'
  },
})
