import type { Result } from './table.ts'

/** What is asked of ours, and whether this run shows it. */
export interface Goal {
  readonly goal: string
  readonly value: number
  readonly limit: number
  readonly met: boolean
}

const figure = (results: readonly Result[], scenario: string, subject: string, name: string): number =>
  results.find((result) => result.scenario === scenario && result.subject === subject)?.medians[name] ?? Number.NaN

/** The best of the virtualized peers. */
const best = (results: readonly Result[], scenario: string, name: string): number =>
  Math.min(
    ...['tanstack', 'virtua', 'virtuoso']
      .map((subject) => figure(results, scenario, subject, name))
      .filter((value) => !Number.isNaN(value)),
  )

/** The goals of those scenarios that were run; ratios are taken within the run. */
export function goalsOf(results: readonly Result[]): Goal[] {
  const markup = (text: string, name: string) => figure(results, 'markup', text, name)
  const ours = (scenario: string, name: string) => figure(results, scenario, 'ours', name)
  const goals: [goal: string, value: number, limit: number][] = [
    ['by wheel: the reading row jumps, px', ours('wheel', 'max jump px'), 0],
    ['by wheel: blank or lost frames', ours('wheel', 'blank frames') + ours('wheel', 'lost frames'), 0],
    [
      'gesture at 4 ×: frames backwards, blank or lost',
      ours('glide', 'frames backwards') + ours('glide', 'blank frames') + ours('glide', 'lost frames'),
      0,
    ],
    ['gesture at 4 ×: rows part from one another, px', ours('glide', 'rows part px'), 1],
    ['pictures of unknown size: the reading row jumps, px', ours('pictures', 'max jump px'), 0],
    ['a row grows above, at rest: moved of 8', ours('growth', 'above, at rest: moved of 8'), 0],
    ['a row grows above, moving: moved of 8', ours('growth', 'above, moving: moved of 8'), 0],
    ['a row grows across the edge: moved of 8', ours('growth', 'across the edge: moved of 8'), 0],
    ['painted blanks at 12,000 px/s', ours('blanks', 'blank > 5 %'), 0],
    ['frames, p99 ÷ plain TanStack', ours('frames', 'p99') / figure(results, 'frames', 'tanstack', 'p99'), 1.01],
    ['frames at 4 ×, p95, ms', ours('frames-4x', 'p95'), 33.5],
    ['frames at 4 ×, long tasks', ours('frames-4x', 'long tasks'), 0],
    ['main thread ÷ best peer', ours('frames', 'main thread ms') / best(results, 'frames', 'main thread ms'), 1.3],
    ['first message ÷ plain TanStack', ours('first', 'first message ms') / figure(results, 'first', 'tanstack', 'first message ms'), 1.1],
    [
      'first message at 4 × ÷ plain TanStack',
      ours('first-4x', 'first message ms') / figure(results, 'first-4x', 'tanstack', 'first message ms'),
      1.1,
    ],
    ['jump ÷ best peer', ours('jump', 'found ms') / best(results, 'jump', 'found ms'), 1.2],
    ...['jump', 'jump-start', 'jump-late'].flatMap((jump): [string, number, number][] => [
      [`${jump}: requests before it`, ours(jump, 'requests'), 1],
      [`${jump}: moved within two seconds, px`, ours(jump, 'wobble px'), 1],
    ]),
    ['heap after 100,000 ÷ after 10,000', ours('memory-100k', 'heap MB') / ours('memory-10k', 'heap MB'), 1.2],
    ['heap after 1,000,000 ÷ after 10,000', ours('memory-1M', 'heap MB') / ours('memory-10k', 'heap MB'), 1.2],
    ...['memory-10k', 'memory-100k', 'memory-1M'].map((memory): [string, number, number] => [
      `${memory}: mounted rows`,
      ours(memory, 'rows'),
      60,
    ]),
    ['page by page ÷ chained (at least)', -ours('bulk', 'times faster'), -25],
    ['markup of 20 characters ÷ stock', markup('20 characters', 'ours ÷ stock'), 1.3],
    ['markup of 160 characters ÷ stock', markup('160, a mention and a link', 'ours ÷ stock'), 1.3],
    ['markup of 2,000 characters ÷ stock', markup('2,000, 35 tags', 'ours ÷ stock'), 1],
    ['markup of 20,000 characters ÷ stock', markup('20,000, 350 tags', 'ours ÷ stock'), 1],
    ['markup: 100,000 dense characters ÷ 10,000', markup('100,000 dense', 'ours µs') / markup('10,000 dense', 'ours µs'), 12],
    ...['100,000 [', '20,000 unclosed [b]', '10,000 nested', '100,000 blanks in [url]'].map((bomb): [string, number, number] => [
      `markup: ${bomb}, ms`,
      markup(bomb, 'ours µs') / 1_000,
      50,
    ]),
    ['QUERY_LIMIT_EXCEEDED while reading in bulk', ours('bulk', 'refused'), 0],
  ]
  return goals
    .filter(([, value]) => !Number.isNaN(value))
    .map(([goal, value, limit]) => ({ goal, value: Math.abs(value), limit: Math.abs(limit), met: value <= limit }))
}
