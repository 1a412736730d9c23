import { setupI18n, type I18n, type Messages } from '@lingui/core'
import { createContext, use } from 'react'
import type { TextId } from '~/locales/text-ids'

export type Values = Readonly<Record<string, string | number>>
/** Gives the text of an id in the reader's language. @throws never; a missing value is left out */
export type Translate = (id: TextId, values?: Values) => string
/** The texts of a page. Later ones are added by `load`. @param language `en` or `ru` */
export const createI18n = (language: string, messages: Messages): I18n =>
  setupI18n({ locale: language, messages: { [language]: { ...messages } } })

/** Never changes: another language means another page load. */
export const I18nContext = createContext<I18n | null>(null)

function useI18n(): I18n {
  const i18n = use(I18nContext)
  if (!i18n) throw new Error('Texts are used outside of their provider')
  return i18n
}

/** `en` or `ru`. */
export const useLanguage = (): string => useI18n().locale

/** The texts of the interface in the reader's language. The function is the same for as long as the page lives. */
export const useText = (): Translate => useI18n().t
