import { describe, expect, it } from 'vitest'
import { goalsOf } from './goals.ts'
import type { Result } from './table.ts'

const result = (scenario: string, subject: string, medians: Record<string, number>): Result => ({
  scenario,
  subject,
  runs: [medians],
  medians,
})
const goal = (results: readonly Result[], name: string) => goalsOf(results).find((each) => each.goal === name)

describe('the goals of the benchmark', () => {
  const jump = result('jump', 'ours', { 'found ms': 120, requests: 1, 'wobble px': 0.4 })

  it('are those of the scenarios that were run', () => {
    expect(goalsOf([])).toEqual([])
    expect(goalsOf([jump]).map((each) => each.goal)).toEqual([
      'jump ÷ best peer',
      'jump: requests before it',
      'jump: moved within two seconds, px',
    ])
  })

  it('compare with the best of the virtualized peers', () => {
    const peers = [
      result('jump', 'tanstack', { 'found ms': 150 }),
      result('jump', 'virtua', { 'found ms': 96 }),
      result('jump', 'visibility', { 'found ms': 10 }),
    ]
    expect(goal([jump, ...peers], 'jump ÷ best peer')).toEqual({ goal: 'jump ÷ best peer', value: 1.25, limit: 1.2, verdict: 'missed' })
  })

  it('are not met by what nothing stands beside', () => {
    expect(goal([jump], 'jump ÷ best peer')).toEqual({ goal: 'jump ÷ best peer', value: null, limit: 1.2, verdict: 'not compared' })
    expect(goal([jump, result('jump', 'tanstack', { 'found ms': Number.NaN })], 'jump ÷ best peer')?.verdict).toBe('not compared')
    expect(goal([result('first', 'ours', { 'first message ms': 90 })], 'first message ÷ plain TanStack')?.verdict).toBe('not compared')
    expect(goal([result('memory-1M', 'ours', { 'heap MB': 9, rows: 40 })], 'heap after 1,000,000 ÷ after 10,000')?.verdict).toBe(
      'not compared',
    )
  })

  it('leave out what a run did not measure of ours, whatever the peers did', () => {
    expect(goalsOf([result('jump', 'tanstack', { 'found ms': 150 })])).toEqual([])
  })

  it('hold at their limit, from above and from below', () => {
    const bulk = (faster: number) =>
      goal([result('bulk', 'ours', { 'times faster': faster, refused: 0 })], 'page by page ÷ chained (at least)')
    expect(bulk(25)?.verdict).toBe('met')
    expect(bulk(24.9)).toMatchObject({ value: 24.9, limit: 25, verdict: 'missed' })
    const pass = (p99: number) => goal([result('first-pass', 'ours', { p99 })], 'first pass at 4 ×: frames, p99, ms')
    expect(pass(17)?.verdict).toBe('met')
    expect(pass(17.000000000745)?.verdict).toBe('met')
    expect(pass(33.3)?.verdict).toBe('missed')
  })

  it('add up what must not happen at all', () => {
    const glide = result('glide', 'ours', { 'frames backwards': 0, 'blank frames': 1, 'lost frames': 1, 'rows part px': 0 })
    expect(goal([glide], 'gesture at 4 ×: frames backwards, blank or lost')).toMatchObject({ value: 2, verdict: 'missed' })
  })
})
