import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  // Relative addresses: the app may be hosted in any folder.
  base: './',
  plugins: [react(), lingui()],
  resolve: { tsconfigPaths: true },
  build: {
    // `light-dark()`, `overflow: clip` and `AbortSignal.any` without fallbacks.
    target: ['chrome123', 'edge123', 'firefox124', 'safari17.5'],
    modulePreload: { polyfill: false },
    sourcemap: true,
  },
})
