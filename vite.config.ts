import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

/** Puts other sources in the place of modules of a package, by the path by which it imports them itself. */
const replaced = (name: string, from: string, sources: Readonly<Record<string, string>>): Plugin => ({
  name,
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) => (importer?.includes(from) && id in sources ? `\0${name}:${id}` : null),
  load: (id) => (id.startsWith(`\0${name}:`) ? (sources[id.slice(name.length + 2)] ?? null) : null),
})

/**
 * What of the package is never used: its own tags, in whose place `src/bbcode/tags` stand, and its writer of HTML with
 * the patterns for it (`docs/decisions/0005-bbcode.md`).
 */
const withoutStockTags = replaced('without-stock-tags', '/bbcode-to-react/lib/', {
  './tags': 'export default {}',
  './renderer': 'export default class Renderer {}',
  './constants': 'export default {}',
})

/** Nothing is ever written to the portal, so nothing of what the query client could write with is needed. */
const withoutMutations = replaced('without-mutations', '/@tanstack/query-core/', {
  './mutationCache.js':
    'export class MutationCache { getAll() { return [] } findAll() { return [] } clear() {} resumePausedMutations() { return Promise.resolve() } }',
})

/**
 * What the entry imports first is asked for by the page itself, side by side with the entry. Not as modules: those
 * would be compiled on arrival, before the entry runs and the first request leaves.
 */
const preloadApp: Plugin = {
  name: 'preload-app',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const entry = chunks.find((chunk) => chunk.isEntry)
      const app = chunks.filter(
        (chunk) => chunk.moduleIds.some((id) => id.endsWith('/src/app/mount.tsx')) || chunk.facadeModuleId?.endsWith('/src/app/mount.tsx'),
      )
      if (!entry || app.length === 0) throw new Error('The build has no chunk of the app')
      const scripts = new Set(
        app
          .flatMap((chunk) => [chunk.fileName, ...chunk.imports])
          .filter((file) => file !== entry.fileName && !entry.imports.includes(file)),
      )
      const styles = new Set(app.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))
      return [
        ...[...styles].map((href): HtmlTagDescriptor => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'stylesheet', crossorigin: true, href: `./${href}` },
        })),
        ...[...scripts].map((href): HtmlTagDescriptor => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'preload', as: 'script', crossorigin: true, href: `./${href}` },
        })),
      ]
    },
  },
}

/** Thirty-six bits tell builds of a file apart, and the app carries the names of all files before its first message. */
const HASH = '[hash:6]'

export default defineConfig({
  // Relative addresses: the app may be hosted in any folder.
  base: './',
  plugins: [react(), lingui(), withoutStockTags, withoutMutations, preloadApp],
  resolve: { tsconfigPaths: true },
  build: {
    // `light-dark()`, `overflow: clip` and `AbortSignal.any` without fallbacks.
    target: ['chrome123', 'edge123', 'firefox124', 'safari17.5'],
    modulePreload: {
      polyfill: false,
      // What every part imports has come with the app: it need not be named once more by each of them.
      resolveDependencies: (_, files) => files.filter((file) => !/\/(?:index|app|rolldown-runtime)-/.test(file)),
    },
    // Beside the files, but not named by them: the names are bytes before the first message.
    sourcemap: 'hidden',
    // One after the other they make the first files a kilobyte smaller than either alone.
    minify: 'terser',
    terserOptions: {
      compress: { passes: 3, ecma: 2020, unsafe_arrows: true, keep_fargs: false, inline: 1, reduce_funcs: false, hoist_props: true },
      format: { ecma: 2020 },
    },
    rolldownOptions: {
      output: {
        minify: true,
        // Not every server knows that `.mjs` is a script.
        assetFileNames: ({ names: [name] }) => `assets/[name]-${HASH}${name?.endsWith('.mjs') ? '.js' : '[extname]'}`,
        chunkFileNames: `assets/[name]-${HASH}.js`,
        entryFileNames: `assets/[name]-${HASH}.js`,
        // Two files before the first message: the entry, and all that the app is made of from its start.
        codeSplitting: {
          groups: [
            { name: 'entry', tags: ['$initial'], priority: 2 },
            {
              debugName: 'later texts',
              name: (id) => `later-${/later\/(\w+)\.po$/.exec(id)?.[1] ?? 'texts'}`,
              test: /\/locales\/later\//,
              priority: 1,
            },
            { name: 'app', test: /\/src\/app\/mount\.tsx$/, priority: 1 },
            // A file of its own for every little thing that two parts share would be a name of its own in the app.
            { name: 'shared', test: /\/src\/(?:bbcode|features|queries|ui)\/|\/lucide-react\//, minShareCount: 2, maxModuleSize: 3_000 },
          ],
        },
      },
    },
  },
})
