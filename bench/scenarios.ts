import type { Scenario } from './scenario.ts'
import { find } from './scenarios/find.ts'
import { firstInFrame } from './scenarios/first-in-frame.ts'
import { firstMessage } from './scenarios/first-message.ts'
import { firstPass, frameTimes } from './scenarios/frames.ts'
import { anyDate, firstHits, goToChat, railDrag } from './scenarios/getting-there.ts'
import { jumpTo } from './scenarios/jump.ts'
import { memory } from './scenarios/memory.ts'
import { glide, growth, wheelThrough } from './scenarios/movement.ts'
import { paintedBlanks } from './scenarios/painted-blanks.ts'
import type { Subject } from './subjects.ts'
import type { Tab } from './tab.ts'

/** One scenario of the table. */
export interface Measured {
  readonly title: string
  readonly run: Scenario
  readonly runs?: number
  /** Latency of the portal, ms; the usual one when absent. */
  readonly latencyMs?: number
  readonly only?: (subject: Subject) => boolean
  /** Takes a quarter of an hour, and is only run when named. */
  readonly long?: true
}

/** Latency of a portal that is far away, ms. */
const FAR_MS = 100

const isOurs = (subject: Subject) => subject.ours

async function toBeginning({ page }: Tab): Promise<void> {
  await page.getByTestId('message-list').focus()
  await page.keyboard.press('Control+Home')
}

/**
 * All scenarios, in the order of the table.
 *
 * @param portal address of the demo portal @param idAt id of a message of the dialog of a million, by the share of its ids below it
 */
export async function allScenarios(portal: string, idAt: (share: number) => Promise<number>): Promise<Readonly<Record<string, Measured>>> {
  const jump = async (share: number, go?: (tab: Tab) => Promise<void>) => jumpTo('chat1000', await idAt(share), go)
  return {
    wheel: { title: '2,000 messages by wheel, 600 px a turn', run: wheelThrough(2_000, 'chat20', 600) },
    glide: { title: 'a gesture of 6,000 px/s, processor 4 × slower', run: glide },
    pictures: {
      title: '300 messages with pictures of unknown size, 300 px a turn',
      run: wheelThrough(300, 'chat20', 300, { pictures: true }),
    },
    growth: { title: 'a row grows by 140 px: movement of the row in the middle', run: growth },
    blanks: { title: 'painted blanks at 12,000 px/s, 10,000 messages', run: paintedBlanks },
    frames: { title: 'ten seconds through 10,000 messages at 4,000 px/s', run: frameTimes(1) },
    'frames-4x': { title: 'the same, processor 4 × slower', run: frameTimes(4) },
    'first-pass': { title: 'first pass over unread pages at 4,000 px/s, processor 4 × slower', run: firstPass, runs: 5 },
    first: { title: 'navigation to the first message', run: firstMessage(1), runs: 7 },
    'first-4x': { title: 'the same, processor 4 × slower', run: firstMessage(4), runs: 7 },
    'first-visit': { title: 'first visit: nothing kept', run: firstMessage(1, { visitsBefore: 0 }), runs: 7 },
    'first-visit-4x': { title: 'the same, processor 4 × slower', run: firstMessage(4, { visitsBefore: 0 }), runs: 7 },
    frame: { title: 'first message in the frame of a placement', run: firstInFrame(portal), runs: 5, only: isOurs },
    jump: { title: 'jump to the middle of a million, not loaded', run: await jump(0.5) },
    'jump-start': { title: 'jump to the beginning of a million, by key', run: await jump(0, toBeginning), only: isOurs },
    'jump-late': { title: 'jump to near the end of a million', run: await jump(0.99), only: isOurs },
    find: { title: 'a key in the find bar over 5,000 messages', run: find, latencyMs: 0, only: isOurs },
    date: { title: 'any date of a million, by the rail', run: anyDate, latencyMs: FAR_MS, only: isOurs },
    'by-id': { title: 'a message of a million by its id', run: await jump(0.37), latencyMs: FAR_MS, only: isOurs },
    hits: { title: 'the first hits among a million', run: firstHits, latencyMs: FAR_MS, only: isOurs },
    chats: { title: 'a person in the chat switcher', run: goToChat, latencyMs: FAR_MS, only: isOurs },
    rail: { title: 'the rail of a million dragged for five seconds', run: railDrag, only: isOurs },
    'memory-10k': { title: 'after 10,000 messages', run: memory(10_000), latencyMs: 0 },
    'memory-100k': {
      title: 'after 100,000 messages',
      run: memory(100_000),
      latencyMs: 0,
      runs: 1,
      only: (subject) => subject.name !== 'visibility',
    },
    'memory-1M': { title: 'after 1,000,000 messages', run: memory(980_000), latencyMs: 0, runs: 1, only: isOurs, long: true },
  }
}
