import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ImpatientWorker } from './ImpatientWorker.ts'

const PATIENCE_MS = 1_000
const wanted = new AbortController().signal

/** A worker that answers after as many ms as it is asked for; `fail` lets it fail. */
class FakeWorker extends EventTarget {
  ended = false

  constructor(loadMs: number) {
    super()
    setTimeout(() => this.#say(null), loadMs)
  }

  #say(data: unknown): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }))
  }

  postMessage(question: number | 'fail'): void {
    if (question === 'fail') this.dispatchEvent(new Event('error'))
    else setTimeout(() => this.#say(`after ${question}`), question)
  }

  terminate(): void {
    this.ended = true
  }
}

describe('a worker that is not waited for', () => {
  let workers: FakeWorker[] = []
  const worker = (loadMs = 0) =>
    new ImpatientWorker<number | 'fail', string>(() => {
      const started = new FakeWorker(loadMs)
      workers.push(started)
      return started as unknown as Worker
    }, PATIENCE_MS)

  beforeEach(() => {
    workers = []
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('answers one question after the other', async () => {
    const asked = worker()
    const answers = Promise.all([asked.ask(900, wanted), asked.ask(1, wanted), asked.ask(900, wanted)])
    await vi.runAllTimersAsync()
    expect(await answers).toEqual(['after 900', 'after 1', 'after 900'])
    expect(workers).toHaveLength(1)
  })

  it('is ended when an answer takes too long, and the next question goes to another', async () => {
    const asked = worker()
    const answers = Promise.all([asked.ask(60_000, wanted), asked.ask(5, wanted)])
    await vi.advanceTimersByTimeAsync(PATIENCE_MS + 10)
    expect(await answers).toEqual([null, 'after 5'])
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
  })

  it('may load for long', async () => {
    const answer = worker(30_000).ask(5, wanted)
    await vi.runAllTimersAsync()
    expect(await answer).toBe('after 5')
    expect(workers.map(({ ended }) => ended)).toEqual([false])
  })

  it('is not asked what nobody wants to know any more', async () => {
    const asked = worker()
    const gone = new AbortController()
    const first = asked.ask(500, wanted)
    const second = asked.ask(60_000, gone.signal)
    const third = asked.ask(5, wanted)
    gone.abort()
    const refused = expect(second).rejects.toThrow()
    await vi.advanceTimersByTimeAsync(600)
    await refused
    expect(await Promise.all([first, third])).toEqual(['after 500', 'after 5'])
  })

  it('that fails says so, and the next question goes to another', async () => {
    const asked = worker()
    const failed = expect(asked.ask('fail', wanted)).rejects.toThrow('The worker has failed.')
    const next = asked.ask(5, wanted)
    await vi.runAllTimersAsync()
    await failed
    expect(await next).toBe('after 5')
    expect(workers).toHaveLength(2)
  })
})
