import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Lets the page itself ask for the app's files, which the entry imports first, so that all travel side by side, and are
 * compiled as they arrive. The entry comes before them, although it is small: it sends the first request, whose answer takes longest.
 *
 * The page is first painted once the entry has said in which colours (`src/main.ts`). The app's own styles stand at its
 * end: what is painted before the app needs those of the entry alone.
 */
export const preloadApp = (): Plugin => ({
  name: 'preload-app',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const app = chunks.find((chunk) => chunk.name === 'app')
      const entry = chunks.find((chunk) => chunk.isEntry)
      if (!app || !entry) throw new Error('The build has no file of the app')
      const scripts = [app.fileName, ...app.imports].filter((file) => file !== entry.fileName)
      const preloads = scripts.map((file) => `\n    <link rel="modulepreload" crossorigin href="./${file}">`).join('')
      const painted = html.replace(
        /<script async( type="module"[^>]*><\/script>)/,
        (_, rest: string) => `<script async blocking="render"${rest}${preloads}`,
      )
      if (painted === html) throw new Error('The page has no entry')
      return {
        html: painted,
        tags: [...(app.viteMetadata?.importedCss ?? [])].map(styleSheet),
      }
    },
  },
})

const styleSheet = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  injectTo: 'body',
  attrs: { rel: 'stylesheet', crossorigin: true, href: `./${file}` },
})
