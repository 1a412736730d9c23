import type { Result } from './table.ts'

/** A goal of ours, and whether this run meets it; a ratio to something that was not measured shows nothing. */
export interface Goal {
  readonly goal: string
  /** Null when there is nothing to compare with. */
  readonly value: number | null
  readonly limit: number
  readonly verdict: 'met' | 'missed' | 'not compared'
}

/** A figure of this run; `alone` for a ratio without the figure to compare with, `absent` for what was not measured. */
type Value = number | 'alone' | 'absent'

const PEERS = ['tanstack', 'virtua', 'virtuoso']

const isFigure = (value: Value): value is number => typeof value === 'number'

const over = (value: Value, other: Value): Value =>
  !isFigure(value) ? value : isFigure(other) && Number.isFinite(other) ? value / other : 'alone'

const sumOf = (...values: Value[]): Value =>
  values.reduce((sum, value) => (isFigure(sum) && isFigure(value) ? sum + value : isFigure(sum) ? value : sum), 0)

/** Differences of times carry a tail that no clock has measured: 16.800000000745 is 16.8. */
const asMeasured = (figure: number): number => Math.round(figure * 1_000) / 1_000

const atMost = (goal: string, value: Value, limit: number): readonly Goal[] =>
  judged(goal, value, limit, (figure) => asMeasured(figure) <= limit)
const atLeast = (goal: string, value: Value, limit: number): readonly Goal[] => judged(goal, value, limit, (figure) => figure >= limit)

function judged(goal: string, value: Value, limit: number, isMet: (figure: number) => boolean): readonly Goal[] {
  if (value === 'absent') return []
  if (value === 'alone') return [{ goal, value: null, limit, verdict: 'not compared' }]
  return [{ goal, value, limit, verdict: isMet(value) ? 'met' : 'missed' }]
}

/** The goals of those scenarios that were run, in the order of the table; ratios are taken within the run. */
export function goalsOf(results: readonly Result[]): Goal[] {
  const figure = (scenario: string, subject: string, name: string): Value => {
    const value = results.find((result) => result.scenario === scenario && result.subject === subject)?.medians[name]
    return value === undefined || Number.isNaN(value) ? 'absent' : value
  }
  const ours = (scenario: string, name: string) => figure(scenario, 'ours', name)
  const markup = (text: string, name: string) => figure('markup', text, name)
  /** Of the virtualized peers: the smallest figure is the best. */
  const best = (scenario: string, name: string): Value => {
    const figures = PEERS.map((peer) => figure(scenario, peer, name)).filter(isFigure)
    return figures.length === 0 ? 'absent' : Math.min(...figures)
  }
  const toBest = (scenario: string, name: string) => over(ours(scenario, name), best(scenario, name))
  const toTanstack = (scenario: string, name: string) => over(ours(scenario, name), figure(scenario, 'tanstack', name))
  return [
    atMost('by wheel: the reading row jumps, px', ours('wheel', 'max jump px'), 0),
    atMost('by wheel: blank or lost frames', sumOf(ours('wheel', 'blank frames'), ours('wheel', 'lost frames')), 0),
    atMost(
      'gesture at 4 ×: frames backwards, blank or lost',
      sumOf(ours('glide', 'frames backwards'), ours('glide', 'blank frames'), ours('glide', 'lost frames')),
      0,
    ),
    atMost('gesture at 4 ×: rows part from one another, px', ours('glide', 'rows part px'), 1),
    atMost('pictures of unknown size: the reading row jumps, px', ours('pictures', 'max jump px'), 0),
    atMost('a row grows above, at rest: moved of 8', ours('growth', 'above, at rest: moved of 8'), 0),
    atMost('a row grows above, moving: moved of 8', ours('growth', 'above, moving: moved of 8'), 0),
    atMost('a row grows across the edge: moved of 8', ours('growth', 'across the edge: moved of 8'), 0),
    atMost('painted blanks at 12,000 px/s', ours('blanks', 'blank > 5 %'), 0),
    atMost('frames, p99 ÷ plain TanStack', toTanstack('frames', 'p99'), 1.01),
    atMost('frames at 4 ×, p95, ms', ours('frames-4x', 'p95'), 33.5),
    atMost('frames at 4 ×, long tasks', ours('frames-4x', 'long tasks'), 0),
    atMost('main thread ÷ best peer', toBest('frames', 'main thread ms'), 1.3),
    // A frame is 16.7 ms; what is above it by less than a clock's step is no late frame.
    atMost('first pass at 4 ×: frames, p99, ms', ours('first-pass', 'p99'), 17),
    atMost('first pass at 4 ×: blank frames', ours('first-pass', 'blank frames'), 0),
    atMost('first pass at 4 ×: main thread ÷ best peer', toBest('first-pass', 'main thread ms'), 1.3),
    atMost('first message ÷ plain TanStack', toTanstack('first', 'first message ms'), 1.1),
    atMost('first message at 4 × ÷ plain TanStack', toTanstack('first-4x', 'first message ms'), 1.1),
    atMost('first visit at 4 × ÷ plain TanStack', toTanstack('first-visit-4x', 'first message ms'), 1.3),
    atMost('first message in a frame ÷ in the page alone', ours('frame', 'frame ÷ alone'), 1.5),
    atMost('jump ÷ best peer', toBest('jump', 'found ms'), 1.2),
    ...['jump', 'jump-start', 'jump-late'].flatMap((jump) => [
      atMost(`${jump}: requests before it`, ours(jump, 'requests'), 1),
      atMost(`${jump}: moved within two seconds, px`, ours(jump, 'wobble px'), 1),
    ]),
    atMost('find bar: a key over 5,000 messages, ms', ours('find', 'max ms'), 50),
    atMost('any date: requests', ours('date', 'requests'), 1),
    atMost('any date: row on the screen, ms', ours('date', 'found ms'), 1_000),
    atMost('message by id: requests', ours('by-id', 'requests'), 2),
    atMost('first hits: requests', ours('hits', 'requests'), 1),
    atMost('chat switcher: found by the portal, ms', ours('chats', 'found ms'), 300),
    atMost('rail dragged: frames, p99, ms', ours('rail', 'p99'), 16.8),
    atMost('heap after 100,000 ÷ after 10,000', over(ours('memory-100k', 'heap MB'), ours('memory-10k', 'heap MB')), 1.2),
    atMost('heap after 1,000,000 ÷ after 10,000', over(ours('memory-1M', 'heap MB'), ours('memory-10k', 'heap MB')), 1.2),
    ...['memory-10k', 'memory-100k', 'memory-1M'].map((memory) => atMost(`${memory}: mounted rows`, ours(memory, 'rows'), 60)),
    atLeast('page by page ÷ chained (at least)', ours('bulk', 'times faster'), 25),
    atMost('markup of 20 characters ÷ stock', markup('20 characters', 'ours ÷ stock'), 1.3),
    atMost('markup of 160 characters ÷ stock', markup('160, a mention and a link', 'ours ÷ stock'), 1.3),
    atMost('markup of 2,000 characters ÷ stock', markup('2,000, 35 tags', 'ours ÷ stock'), 1),
    atMost('markup of 20,000 characters ÷ stock', markup('20,000, 350 tags', 'ours ÷ stock'), 1),
    atMost('markup: 100,000 dense characters ÷ 10,000', over(markup('100,000 dense', 'ours µs'), markup('10,000 dense', 'ours µs')), 12),
    ...['100,000 [', '20,000 unclosed [b]', '10,000 nested', '100,000 blanks in [url]'].map((bomb) =>
      atMost(`markup: ${bomb}, ms`, over(markup(bomb, 'ours µs'), 1_000), 50),
    ),
    atMost('QUERY_LIMIT_EXCEEDED while reading in bulk', ours('bulk', 'refused'), 0),
  ].flat()
}
