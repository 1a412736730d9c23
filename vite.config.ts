import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compiledAtOnce } from './vite/compiled-at-once.ts'
import { compressedFiles } from './vite/compressed-files.ts'
import { withContentPolicy } from './vite/content-policy.ts'
import { helpPages } from './vite/help-pages.ts'
import { withHoverByPointer } from './vite/hover-by-pointer.ts'
import { preloadApp } from './vite/preload-app.ts'
import { spokenLanguages } from './vite/spoken-languages.ts'
import { stylesWithParts } from './vite/styles-with-parts.ts'
import { withWorkerLicenses } from './vite/worker-licenses.ts'
import { withoutStockTags } from './vite/without-stock-tags.ts'

const workerLicenses = withWorkerLicenses()

export default defineConfig({
  // Relative addresses: the app may be hosted in any folder.
  base: './',
  plugins: [
    react(),
    lingui(),
    withHoverByPointer(),
    withoutStockTags(),
    spokenLanguages(['en', 'ru']),
    stylesWithParts(),
    compiledAtOnce(['app', 'react']),
    preloadApp(),
    withContentPolicy(),
    workerLicenses.inPage,
    helpPages(),
    compressedFiles(),
  ],
  worker: { plugins: () => [workerLicenses.inWorkers] },
  resolve: { tsconfigPaths: true },
  build: {
    // `light-dark()`, `overflow: clip`, `AbortSignal.any` and popovers without fallbacks.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // What later parts share is asked for at the same moment as they are, so none has to name it.
    modulePreload: false,
    sourcemap: true,
    // The notices that the licences of the packages ask for.
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      output: {
        // Not every server knows that `.mjs` is a script.
        assetFileNames: ({ names: [name] }) => `assets/[name]-[hash]${name?.endsWith('.mjs') ? '.js' : '[extname]'}`,
        // Three files before the first message (`docs/decisions/0007-first-request.md`): the entry, which sends the first
        // request, React, and all else that the app is made of from its start.
        codeSplitting: {
          groups: [
            { name: 'entry', tags: ['$initial'], priority: 2 },
            { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 1 },
            { name: 'app', test: /\/src\/app\/mount\.tsx$/, priority: 1 },
            // What comes to messages after their first picture: one file instead of forty.
            {
              name: 'dialog',
              test: /\/src\/(?:bbcode|dialog|features\/timeline\/(?:list|row)|rest\/(?:client\/later-calls|methods\/history\/(?:ask-probes|rare-windows|neighbour-from-the-end)))\b/,
            },
            // What stands around them, or in their place: one file instead of twenty.
            {
              name: 'shell',
              test: /\/src\/app\/(?:ShellOverlays|ChatColumn|DialogHeader|NoDialog|opening\/LaterOpening|connection\/WebhookGate)\b/,
            },
          ],
        },
      },
    },
  },
})
