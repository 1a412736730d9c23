import { purposeOf, type RequestRecord, type RequestTotal } from '~/domain/portal/request-record'
import type { Translate } from '~/ui/i18n'

/** What a request is for, in words. */
export const purposeIn = (record: Pick<RequestRecord, 'from' | 'what'>, t: Translate): string => t(`requests.for.${purposeOf(record)}`)

/** What can be said of all requests together. */
export function claimOf(totals: readonly RequestTotal[]): 'requests.claim' | 'requests.claimButPlaces' | 'requests.noClaim' {
  const purposes = totals.map(purposeOf)
  if (purposes.includes('unknown')) return 'requests.noClaim'
  return purposes.includes('install') ? 'requests.claimButPlaces' : 'requests.claim'
}

/** Commands of a batch, each with how often it is in it. */
export function membersIn({ members }: RequestRecord): string[] {
  const counts = new Map<string, number>()
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1)
  return [...counts].map(([member, count]) => (count === 1 ? member : `${member} × ${count}`))
}

interface Listed {
  readonly portal: string
  readonly records: readonly RequestRecord[]
  readonly totals: readonly RequestTotal[]
  /** In words. */
  readonly claim: string
  readonly notes: readonly string[]
}

const isoOf = (epochMs: number): string => new Date(epochMs).toISOString()

/** The list as a text with tabs between columns, which tables understand. Times are UTC. */
export function requestsText({ portal, records, totals, claim, notes }: Listed, t: Translate): string {
  const rows = records.map((record) => [
    isoOf(record.startedAt),
    `${record.verb} ${record.what}`,
    record.host,
    membersIn(record).join(', '),
    purposeIn(record, t),
    record.status === null ? '' : String(record.status),
    String(Math.round(record.durationMs)),
    record.sizeBytes === null ? '' : String(record.sizeBytes),
    String(record.attempt),
  ])
  const sums = totals.map((total) => [
    total.what,
    purposeIn(total, t),
    String(total.alone),
    String(total.inBatches),
    String(total.sizeBytes),
  ])
  const table = (heads: readonly string[], lines: readonly (readonly string[])[]) =>
    [heads, ...lines].map((line) => line.join('\t')).join('\n')
  return [
    [`${t('requests.label')} · ${portal}`, claim, ...notes].join('\n'),
    table([t('requests.what'), t('requests.purpose'), t('requests.alone'), t('requests.inBatches'), t('requests.bytes')], sums),
    table(
      [
        t('requests.time'),
        t('requests.what'),
        t('requests.host'),
        t('requests.contains'),
        t('requests.purpose'),
        t('requests.status'),
        t('requests.ms'),
        t('requests.bytes'),
        t('requests.attempt'),
      ],
      rows,
    ),
    '',
  ].join('\n\n')
}
