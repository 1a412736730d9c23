import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { decodeMessage } from '~/rest/decode/decode-message'
import { drawn } from '~/testing/rendering'
import { samples } from '~/testing/samples'

interface Rendering {
  readonly drawn: typeof drawn
}

/** The helper by which tests draw messages, built as the app is built. */
async function builtRendering(outDir: string): Promise<Rendering> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  await build({
    root,
    logLevel: 'error',
    build: { ssr: 'src/testing/rendering.tsx', outDir, emptyOutDir: true, sourcemap: false },
    ssr: { noExternal: true },
  })
  return (await import(/* @vite-ignore */ pathToFileURL(join(outDir, 'rendering.js')).href)) as Rendering
}

/** The build names them its own way. */
const withoutClasses = (markup: string): string => markup.replaceAll(/ class="[^"]*"/g, '')

const texts = samples.flatMap(({ message }) => {
  const decoded = decodeMessage(message, 'https://acme.example')
  return decoded && decoded.kind !== 'unknown' ? [decoded.text] : []
})

// What the build leaves out of the markup's package (`vite/without-stock-tags.ts`) is there in every other test.
it('markup is drawn by the build as it is drawn in unit tests', { timeout: 60_000 }, async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'built-markup-'))
  expect(texts.length).toBeGreaterThan(200)
  try {
    const built = await builtRendering(outDir)
    for (const text of texts) expect(withoutClasses(built.drawn(text))).toBe(withoutClasses(drawn(text)))
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
})
