import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { HELP_DOCUMENTS, helpPage, type HelpLanguage } from './help-page.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const languages = Object.keys(HELP_DOCUMENTS) as HelpLanguage[]

/** The page in a language, in the colours of the app. */
export const builtHelpPage = (language: HelpLanguage): string =>
  helpPage(language, read(HELP_DOCUMENTS[language]), read('src/ui/styles/tokens.css') + read('vite/help-page.css'))

/** Puts the help that errors lead to beside the page of the app, so that it is there wherever the app is. */
export const helpPages = (): Plugin => ({
  name: 'help-pages',
  configureServer({ middlewares }) {
    middlewares.use('/help/', (request, response, next) => {
      const language = languages.find((known) => request.url?.startsWith(`/${known}.html`))
      if (!language) return next()
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(builtHelpPage(language))
    })
  },
  generateBundle() {
    for (const language of languages) this.emitFile({ type: 'asset', fileName: `help/${language}.html`, source: builtHelpPage(language) })
  },
})
