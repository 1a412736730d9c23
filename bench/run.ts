import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { MarkupTimes } from './markup.ts'
import { benchBulk, benchPageByPage } from './bulk.ts'
import { goalsOf } from './goals.ts'
import { allScenarios, type Measured } from './scenarios.ts'
import { ours, peer, peerNames, type Subject } from './subjects.ts'
import { mediansOf, printTable, type Result } from './table.ts'
import { withTab } from './tab.ts'

const RUNS = 3
const BULK_MESSAGES = 100_000
const LATENCY_MS = 40

export { peerNames }

interface Addresses {
  readonly app: string
  readonly portal: string
  readonly pages: string
}

async function setPortal(portal: string, latencyMs: number): Promise<void> {
  const faults = latencyMs > 0 ? [{ kind: 'latency', ms: latencyMs }] : []
  await fetch(`${portal}/_demo/sessions/demo`, { method: 'PUT', body: JSON.stringify({ burst: 1e9, perSecond: 1e6, faults }) })
}

async function messageId(portal: string, dialog: string, share: number): Promise<number> {
  const ask = async (params: Record<string, string>) => {
    const body = new URLSearchParams({ DIALOG_ID: dialog, LIMIT: '1', ...params })
    const answer = await fetch(`${portal}/rest/503/demo/im.dialog.messages.get`, { method: 'POST', body })
    return ((await answer.json()) as { result: { messages: { id: number }[] } }).result.messages[0]?.id ?? 0
  }
  const oldest = await ask({ FIRST_ID: '0' })
  const newest = await ask({ LAST_ID: '2147483647' })
  if (share === 0) return oldest
  return ask({ LAST_ID: String(Math.round(oldest + (newest - oldest) * share)) })
}

async function measure(addresses: Addresses, subjects: readonly Subject[], name: string, what: Measured): Promise<Result[]> {
  await setPortal(addresses.portal, what.latencyMs ?? LATENCY_MS)
  const chosen = subjects.filter((subject) => what.only?.(subject) ?? true)
  const runs = new Map<string, Record<string, number>[]>(chosen.map((subject) => [subject.name, []]))
  for (let run = 0; run < (what.runs ?? RUNS); run++) {
    for (const subject of chosen) {
      // List by list, then all once more: what disturbs the machine disturbs all of them.
      try {
        runs.get(subject.name)?.push({ ...(await withTab((tab) => what.run(tab, subject))) })
      } catch (error) {
        throw new Error(`${name} by ${subject.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      }
    }
  }
  const results = chosen.map(({ name: subject }) => ({
    scenario: name,
    subject,
    runs: runs.get(subject) ?? [],
    medians: mediansOf(runs.get(subject) ?? []),
  }))
  printTable(what.title, results)
  return results
}

async function measureBulk(portal: string): Promise<Result[]> {
  const bulk = await benchBulk(portal, BULK_MESSAGES)
  const pages = await benchPageByPage(portal, BULK_MESSAGES)
  const figures = {
    seconds: bulk.seconds,
    requests: bulk.requests,
    refused: bulk.refused,
    'heap growth MB': bulk.growthMb,
    'page by page s': pages.seconds,
    'times faster': pages.seconds / bulk.seconds,
  }
  const results: Result[] = [{ scenario: 'bulk', subject: 'ours', runs: [figures], medians: figures }]
  printTable(
    `${BULK_MESSAGES.toLocaleString('en')} messages by chains; page by page from ${pages.pageSeconds.toFixed(3)} s a page and the bucket's 50 and 2 a second`,
    results,
  )
  return results
}

/** Message text to React elements: ours beside the package as it is, µs. */
function markupResults(times: readonly MarkupTimes[]): Result[] {
  const results = times.map(({ text, ours: own, stock }): Result => {
    const figures: Record<string, number> = {
      'ours µs': own,
      ...(stock === null ? {} : { 'stock µs': stock, 'ours ÷ stock': own / stock }),
    }
    return { scenario: 'markup', subject: text, runs: [figures], medians: figures }
  })
  printTable('message text to React elements', results)
  return results
}

const FILE = 'bench-results/latest.json'

/** Results of an earlier run that this one does not measure again. */
function earlier(names: readonly string[]): Result[] {
  try {
    const { results } = JSON.parse(readFileSync(FILE, 'utf8')) as { results?: Result[] }
    return (results ?? []).filter((result) => !names.includes(result.scenario))
  } catch {
    return []
  }
}

/**
 * Measures the named scenarios, or all; prints tables and the goals, and writes `bench-results/latest.json`. An
 * argument `with=ours,virtua` measures only those lists.
 */
export async function runBench(
  addresses: Addresses,
  given: readonly string[],
  benchMarkup: () => Promise<readonly MarkupTimes[]>,
): Promise<void> {
  const names = given.filter((argument) => !argument.startsWith('with='))
  const lists = given
    .find((argument) => argument.startsWith('with='))
    ?.slice(5)
    .split(',')
  await setPortal(addresses.portal, 0)
  const all = await allScenarios(addresses.portal, (share) => messageId(addresses.portal, 'chat1000', share))
  const known = [...Object.keys(all), 'bulk', 'control', 'markup']
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`No scenario is named ${unknown.join(', ')}. There are: ${known.join(', ')}`)
  const wanted = names.length === 0 ? known.filter((name) => !all[name]?.long) : names
  const everything = [ours(addresses.app), ...peerNames.map((name) => peer(name, addresses.pages, addresses.portal))]
  const subjects = everything.filter((subject) => lists?.includes(subject.name) ?? true)
  const results: Result[] = []
  for (const [name, what] of Object.entries(all))
    if (wanted.includes(name)) results.push(...(await measure(addresses, subjects, name, what)))
  if (wanted.includes('control') && all['wheel']) {
    // A list that keeps no place: the instrument has to see it jump.
    const control = [peer('tanstack', addresses.pages, addresses.portal, '&unanchored')]
    const found = await measure(addresses, control, 'control', {
      ...all['wheel'],
      title: 'negative control: the same wheel over a list that keeps no place',
      runs: 1,
    })
    results.push(...found)
    const seen = (found[0]?.medians['frames that jump'] ?? 0) + (found[0]?.medians['lost frames'] ?? 0)
    if (seen === 0) throw new Error('The negative control shows no jumps: the instrument is blind.')
  }
  if (wanted.includes('bulk')) results.push(...(await measureBulk(addresses.portal)))
  if (wanted.includes('markup')) results.push(...markupResults(await benchMarkup()))
  const together = [...earlier(wanted), ...results]
  const goals = goalsOf(together)
  console.log('\nGoals')
  for (const { goal, value, limit, verdict } of goals)
    console.log(`  ${(verdict === 'missed' ? 'MISSED' : verdict).padEnd(12)}  ${goal}: ${value?.toFixed(2) ?? '–'} (${limit})`)
  mkdirSync('bench-results', { recursive: true })
  writeFileSync(FILE, `${JSON.stringify({ node: process.version, results: together, goals }, null, 2)}\n`)
  console.log(`\nWritten to ${FILE}`)
}
