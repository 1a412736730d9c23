import { createHash } from 'node:crypto'
import { Marked, type Token } from 'marked'

/** The document that each page is made of, which is read where the code is, too. */
export const HELP_DOCUMENTS = { en: 'docs/troubleshooting.md', ru: 'docs/troubleshooting.ru.md' } as const

export type HelpLanguage = keyof typeof HELP_DOCUMENTS

/** Pages that are built, by the name of their document. */
const pages = Object.entries(HELP_DOCUMENTS).map(([language, path]) => [path.replace('docs/', ''), `${language}.html`] as const)

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const id = depth === 2 ? ` id="${partId(text)}"` : ''
      return `<h${depth}${id}>${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      if (href.startsWith('#')) return `<a href="${escape(href)}">${words}</a>`
      const page = pages.find(([document]) => document === href)?.[1]
      if (page !== undefined) return `<a href="${page}">${words}</a>`
      // The other documents do not come along, and nothing leads to a server of somebody else.
      if (/^[\w-]+\.md(?:#[\w-]+)?$/.test(href)) return `${words} <code>docs/${href.replace(/#.*/, '')}</code>`
      throw new Error(`The help leads to ${href}, which does not come along with it`)
    },
  },
})

const partId = (title: string): string => `part-${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`

/** Each entry, a heading of the third level with what follows it, in a section of its own. */
function sections(tokens: readonly Token[]): string {
  const groups: Token[][] = [[]]
  for (const token of tokens) {
    if (token.type === 'heading') groups.push([])
    groups.at(-1)?.push(token)
  }
  return groups
    .map((group) => {
      // Written as one types it, shown as the app writes it.
      const html = marked.parser(group).replaceAll(/(?<=\p{L})&#39;(?=\p{L})/gu, '’')
      return group[0]?.type === 'heading' && group[0]['depth'] === 3 ? `<section>\n${html}</section>\n` : html
    })
    .join('')
}

/** @param markdown of a document. @param styles of the page. @returns a page that loads and runs nothing */
export function helpPage(language: HelpLanguage, markdown: string, styles: string): string {
  const tokens = marked.lexer(markdown)
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? ''
  const parts = [...markdown.matchAll(/^## (.*)$/gm)].map(([, name = '']) => `<li><a href="#${partId(name)}">${escape(name)}</a></li>`)
  const hash = createHash('sha256').update(styles).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'`
  const [head = '', ...rest] = sections(tokens).split(/(?=<h2)/)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<style>${styles}</style>
</head>
<body>
<main>
${head}<nav><ul>${parts.join('')}</ul></nav>
${rest.join('')}</main>
</body>
</html>
`
}
