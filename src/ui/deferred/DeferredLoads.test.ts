import { afterEach, describe, expect, it, vi } from 'vitest'
import { DeferredLoads } from './DeferredLoads.ts'

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A file that arrives, or does not, as the test wants. */
function file(name: string) {
  const state = { arrives: true, asked: 0 }
  const load = async () => {
    state.asked++
    if (!state.arrives) throw new Error(`${name} did not arrive`)
    return name
  }
  return { state, load }
}

/** Something that shows a file: loads it, and again when told to. */
function shown(loads: DeferredLoads, load: () => Promise<string>) {
  const part: { content: string | null } = { content: null }
  const ask = () => {
    loads.run(load, ask).then(
      (content) => (part.content = content),
      () => (part.content = 'Retry'),
    )
  }
  ask()
  return part
}

function page({ served = true } = {}) {
  const reload = vi.fn<() => void>()
  const loads = new DeferredLoads(reload, () => Promise.resolve(served))
  return { loads, reload }
}

afterEach(() => void vi.useRealTimers())

describe('what loads after the first messages', () => {
  it('is not asked for before it may be', async () => {
    const { loads } = page()
    const panel = file('panel')
    const part = shown(loads, panel.load)
    await settle()
    expect(panel.state.asked).toBe(0)
    loads.allow()
    await settle()
    expect(part.content).toBe('panel')
  })

  it('comes with what all of it needs, which is loaded once', async () => {
    const { loads } = page()
    const texts = file('texts')
    loads.accompany(texts.load)
    texts.state.arrives = false
    loads.allow()
    const parts = [shown(loads, file('panel').load), shown(loads, file('list').load)]
    await settle()
    expect(parts.map((part) => part.content)).toEqual(['Retry', 'Retry'])
    texts.state.arrives = true
    loads.retry({ byReader: false })
    await settle()
    expect(parts.map((part) => part.content)).toEqual(['panel', 'list'])
    expect(texts.state.asked).toBe(2)
  })

  it('is asked for again together when it has failed', async () => {
    const { loads, reload } = page()
    loads.allow()
    const files = [file('panel'), file('list')]
    for (const { state } of files) state.arrives = false
    const parts = files.map(({ load }) => shown(loads, load))
    await settle()
    for (const { state } of files) state.arrives = true
    loads.retry({ byReader: true })
    await settle()
    expect(parts.map((part) => part.content)).toEqual(['panel', 'list'])
    loads.retry({ byReader: true })
    expect(files.map(({ state }) => state.asked)).toEqual([2, 2])
    // What fails for the first time later is no answer to that press.
    const late = file('settings')
    late.state.arrives = false
    shown(loads, late.load)
    await settle()
    expect(reload).not.toHaveBeenCalled()
  })

  it('comes by itself after a while, also where what sees to that is among what has failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { loads } = page()
    loads.allow()
    const files = [file('recovery'), file('panel')]
    for (const { state } of files) state.arrives = false
    const parts = files.map(({ load }) => shown(loads, load))
    await settle()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(files.map(({ state }) => state.asked)).toEqual([2, 2])
    for (const { state } of files) state.arrives = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(parts.map((part) => part.content)).toEqual(['recovery', 'panel'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is left to whoever sees to it', async () => {
    const { loads } = page()
    const seen = vi.fn<() => void>()
    loads.onMissing = seen
    loads.allow()
    const panel = file('panel')
    panel.state.arrives = false
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    shown(loads, panel.load)
    await settle()
    expect(seen).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that fails once more after Retry is worth a new page, where one can be had', async () => {
    for (const served of [true, false]) {
      const { loads, reload } = page({ served })
      loads.allow()
      const panel = file('panel')
      panel.state.arrives = false
      shown(loads, panel.load)
      await settle()
      // The network is back: the reader has not pressed anything, and what they are reading must not go.
      loads.retry({ byReader: false })
      await settle()
      expect(reload).not.toHaveBeenCalled()
      loads.retry({ byReader: true })
      await settle()
      expect(reload).toHaveBeenCalledTimes(served ? 1 : 0)
    }
  })
})
