import { readFileSync } from 'node:fs'

/** A message as the wire brings it, and what is to be seen of it. */
interface Sample {
  readonly case: string
  readonly message: { readonly params?: { readonly ATTACH?: unknown; readonly KEYBOARD?: unknown } }
  readonly expect: string
}

/** For tests: the 256 messages that the demo portal shows, too. */
export const samples = readFileSync(new URL('../../demo/data/samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample)
