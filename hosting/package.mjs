// `npm run package`: builds, checks, and writes the archive that a portal takes: chat-history.zip.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { archivedFiles, archiveOf, faultsOf } from './archive.mjs'

process.env.NODE_ENV = 'production'
const { build } = await import('vite')
await build({ logLevel: 'warn' })
const files = await archivedFiles(fileURLToPath(new URL('../dist/', import.meta.url)))
const faults = faultsOf(files)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
const archive = await archiveOf(files)
writeFileSync(new URL('../chat-history.zip', import.meta.url), archive)
console.log(`chat-history.zip: ${files.length} files, ${(archive.length / 1_000_000).toFixed(1)} MB`)
