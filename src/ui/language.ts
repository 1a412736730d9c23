export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

const isLanguage = (code: string): code is Language => (languages as readonly string[]).includes(code)

/** The first of the preferred languages that is available; English when there is none. `ru-RU` counts as `ru`. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const code of wanted) {
    const base = code.slice(0, 2).toLowerCase()
    if (isLanguage(base)) return base
  }
  return 'en'
}

const first = { en: () => import('~/locales/en.po'), ru: () => import('~/locales/ru.po') }
const later = { en: () => import('~/locales/later-en.po'), ru: () => import('~/locales/later-ru.po') }

/** Loads a language's texts that the first messages may need; the other language is never loaded. */
export const loadFirstTexts = async (language: Language) => (await first[language]()).messages

/** Those of the parts that load after the first messages (`ui/deferred/DeferredLoads.ts`). */
export const loadLaterTexts = async (language: Language) => (await later[language]()).messages
