import type { Figures } from './scenario.ts'

/** The runs of one scenario by one subject, and their medians. */
export interface Result {
  readonly scenario: string
  readonly subject: string
  readonly runs: readonly Figures[]
  readonly medians: Figures
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const mediansOf = (runs: readonly Figures[]): Figures =>
  Object.fromEntries(Object.keys(runs[0] ?? {}).map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]))

const shown = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : Number.isInteger(value) || Math.abs(value) >= 1_000
      ? String(Math.round(value))
      : value.toFixed(1)

/** A table in plain text, one line for each subject. */
export function printTable(title: string, results: readonly Result[]): void {
  const columns = [...new Set(results.flatMap(({ medians }) => Object.keys(medians)))]
  const lines = [['', ...columns], ...results.map(({ subject, medians }) => [subject, ...columns.map((name) => shown(medians[name]))])]
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? []
  console.log(`\n${title} (median of ${results[0]?.runs.length ?? 0})`)
  for (const line of lines)
    console.log(`  ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`)
}
