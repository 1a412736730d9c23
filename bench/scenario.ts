import type { Subject } from './subjects.ts'
import type { Tab } from './tab.ts'

/** What one run of a scenario gives: figures by the name of their column. */
export type Figures = Readonly<Record<string, number>>
export type Scenario = (tab: Tab, subject: Subject) => Promise<Figures>

/** Messages that a list holds which was read before. */
export const HELD = 10_000

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
export const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs))
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
