import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Lets the page itself ask for the app's file, which the entry imports first, so that both travel side by side. Not as
 * a module: it would be compiled on arrival, before the entry runs and the first request leaves.
 */
export const preloadApp = (): Plugin => ({
  name: 'preload-app',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const app = chunks.find((chunk) => chunk.name === 'app')
      const entry = chunks.find((chunk) => chunk.isEntry)
      if (!app || !entry) throw new Error('The build has no file of the app')
      const scripts = [app.fileName, ...app.imports].filter((file) => file !== entry.fileName)
      const styles = [...(app.viteMetadata?.importedCss ?? [])]
      return [
        ...styles.map((file) => link(file, { rel: 'stylesheet' })),
        ...scripts.map((file) => link(file, { rel: 'preload', as: 'script' })),
      ]
    },
  },
})

const link = (file: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: 'link',
  injectTo: 'head',
  attrs: { ...attrs, crossorigin: true, href: `./${file}` },
})
