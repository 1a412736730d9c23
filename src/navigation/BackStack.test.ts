import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackStack, type EntryHistory, type LayeredState } from './BackStack.ts'

/** A browser's history that goes to other entries later, as browsers do. */
class FakeHistory implements EntryHistory {
  readonly page = new EventTarget()
  entries: { name: string; state: unknown }[] = [
    { name: 'before', state: null },
    { name: 'chat', state: { entry: 'a' } },
  ]
  present = 1

  get length() {
    return this.entries.length
  }
  get state(): unknown {
    return this.entries[this.present]?.state
  }
  get name() {
    return this.entries[this.present]?.name
  }
  pushState(state: unknown) {
    const { name = '' } = this
    this.entries.splice(++this.present, Infinity, { name, state })
  }
  replaceState(state: unknown) {
    const entry = this.entries[this.present]
    if (entry) entry.state = state
  }
  go(step = 0) {
    setTimeout(() => {
      if (!this.entries[this.present + step]) return
      this.present += step
      this.page.dispatchEvent(new Event('popstate'))
    })
  }
  /** As the app jumps (`useAppLocation`). */
  jump(name: string) {
    const { at = 0, passing } = (this.state ?? {}) as Partial<LayeredState>
    if (passing) this.replaceState({ entry: name, at })
    else this.pushState({ entry: name, at: at + 1 })
    const entry = this.entries[this.present]
    if (entry) entry.name = name
  }
  async back() {
    this.go(-1)
    await vi.runAllTimersAsync()
  }
  async forward() {
    this.go(1)
    await vi.runAllTimersAsync()
  }
}

beforeEach(() => void vi.useFakeTimers())

function setUp({ framed = false } = {}) {
  const history = new FakeHistory()
  const stack = new BackStack(history.page, history, framed)
  stack.watch()
  const open = new Set<string>()
  /** @returns closes it by itself, as by Escape */
  const show = (name: string, stays = false) => {
    open.add(name)
    const closed = stack.opened(() => open.delete(name), stays)
    return async (wait = true) => {
      open.delete(name)
      closed()
      if (wait) await vi.runAllTimersAsync()
    }
  }
  return { history, stack, show, shown: () => [...open].join() }
}

describe('Back', () => {
  it('closes what is open, the last first, and only then leaves the chat', async () => {
    const { history, show, shown } = setUp()
    show('panel', true)
    show('viewer')
    await history.back()
    expect([shown(), history.name]).toEqual(['panel', 'chat'])
    await history.back()
    expect([shown(), history.name]).toEqual(['', 'chat'])
    await history.back()
    expect(history.name).toBe('before')
  })

  it('leaves the chat at once after something has closed by itself', async () => {
    const { history, show } = setUp()
    await show('viewer')()
    await history.back()
    expect(history.name).toBe('before')
  })

  it('after a jump out of what was open leads to where that was opened', async () => {
    const { history, show, shown } = setUp()
    const close = show('viewer')
    history.jump('message')
    await close()
    expect(history.name).toBe('message')
    await history.back()
    expect([shown(), history.name]).toEqual(['', 'chat'])
    await history.back()
    expect(history.name).toBe('before')
  })

  it('after a jump out of what stays open leads back to it, then closes it', async () => {
    const { history, show, shown } = setUp()
    show('panel', true)
    history.jump('message')
    await history.back()
    expect([shown(), history.name]).toEqual(['panel', 'chat'])
    await history.back()
    expect([shown(), history.name]).toEqual(['', 'chat'])
  })

  it('and Forward skip what was closed under a later jump', async () => {
    const { history, show } = setUp()
    const close = show('panel', true)
    history.jump('message')
    await close()
    expect(history.name).toBe('message')
    await history.back()
    expect([history.name, history.present]).toEqual(['chat', 1])
    await history.forward()
    expect(history.name).toBe('message')
    await history.back()
    await history.back()
    expect(history.name).toBe('before')
  })

  it('after Forward to what is closed leaves the chat as it would have before', async () => {
    const { history, show } = setUp()
    show('viewer')
    await history.back()
    await history.forward()
    await history.back()
    expect(history.name).toBe('before')
  })

  it('leaves the chat at once after a reload with something open', async () => {
    const { history, show } = setUp()
    show('viewer')
    const { page, present } = history
    new BackStack(page, history, false).watch()
    await vi.runAllTimersAsync()
    expect(history.present).toBe(present - 1)
  })
})

it('what has ended leaves alone what another one opens', async () => {
  const history = new FakeHistory()
  const [first, second] = [1, 2].map(() => new BackStack(history.page, history, false))
  const unwatch = first?.watch()
  const closed = first?.opened(() => {}, false)
  closed?.()
  unwatch?.()
  second?.watch()
  let open = true
  second?.opened(() => (open = false), false)
  await vi.runAllTimersAsync()
  expect([open, history.length]).toEqual([true, 3])
})

describe('an entry of what opens again by itself', () => {
  async function leaveWithPanel() {
    const { history, stack } = setUp()
    const returning = { id: 'panel', returns: true }
    let open = 0
    const show = () => {
      open++
      return stack.opened(() => open--, true, returning)
    }
    const gone = show()
    history.jump('other chat')
    open--
    gone()
    await vi.runAllTimersAsync()
    return { history, stack, returning, show, isOpen: () => open === 1 }
  }

  it('is kept for it: Back leads there at once, then closes it, and Forward leads on as before', async () => {
    const { history, show, isOpen, returning } = await leaveWithPanel()
    await history.back()
    show()
    await vi.runAllTimersAsync()
    expect([isOpen(), history.present, history.length]).toEqual([true, 2, 4])
    await history.forward()
    expect(history.name).toBe('other chat')
    await history.back()
    returning.returns = false
    await history.back()
    expect([isOpen(), history.name, history.present]).toEqual([false, 'chat', 1])
  })

  it('is taken back where it does not open again', async () => {
    const { history, stack, returning } = await leaveWithPanel()
    await history.back()
    returning.returns = false
    stack.watch()
    await vi.runAllTimersAsync()
    expect(history.present).toBe(1)
  })
})

describe('an entry', () => {
  it('goes over to what opens in place of what has closed', async () => {
    const { history, show, shown } = setUp()
    const close = show('menu')
    void close(false)
    show('details')
    await vi.runAllTimersAsync()
    expect([shown(), history.length]).toEqual(['details', 3])
    await history.back()
    expect([shown(), history.name]).toEqual(['', 'chat'])
  })

  it('is made once the one before has been taken back', async () => {
    const { history, show, shown } = setUp()
    const close = show('menu')
    void close(false)
    vi.advanceTimersToNextTimer()
    show('details')
    await vi.runAllTimersAsync()
    expect([shown(), history.present]).toEqual(['details', 2])
    await history.back()
    expect([shown(), history.name]).toEqual(['', 'chat'])
  })

  it('stays and is used again where the browser refuses to take it back', async () => {
    const { history, show } = setUp()
    history.go = () => {}
    await show('viewer')()
    show('details')
    expect(history.length).toBe(3)
    expect(history.state).not.toHaveProperty('leaving')
  })

  it('in a frame is not taken back under one that the portal has added', async () => {
    const { history, show } = setUp({ framed: true })
    const close = show('panel', true)
    // The frame's own entry stays the present one; the page around it has one more.
    history.entries.push({ name: 'messenger', state: null })
    await close()
    expect(history.present).toBe(2)
    history.entries.pop()
    await show('viewer')()
    expect(history.present).toBe(1)
  })
})

describe('what lasts over a reload', () => {
  /** The page is loaded anew in the entry of a search; another part watches before the search is there. */
  async function reload() {
    const { history, stack } = setUp()
    stack.opened(() => {}, true, { id: 'search', returns: false, lasting: true })
    const anew = new BackStack(history.page, history, false)
    anew.watch()
    await vi.runAllTimersAsync()
    return { history, stack: anew }
  }

  it('opens again in its own entry, and Back closes it', async () => {
    const { history, stack } = await reload()
    let open = true
    stack.opened(() => (open = false), true, { id: 'search', returns: false, lasting: true })
    expect([history.present, history.length]).toEqual([2, 3])
    await history.back()
    expect([open, history.name, history.present]).toEqual([false, 'chat', 1])
  })

  it('takes its entry back like anything else once it has closed by itself', async () => {
    const { history, stack } = await reload()
    stack.opened(() => {}, true, { id: 'search', returns: false, lasting: true })()
    await vi.runAllTimersAsync()
    expect([history.name, history.present]).toEqual(['chat', 1])
  })
})

/** One entry of the browser's history as a reader thinks of it. */
interface Expected {
  readonly place: string
  /** What is open since; null for a place that was jumped to. */
  readonly layer: string | null
  readonly passing: boolean
}

/** What Back and Forward should do: they know places, and what is open; what has been closed is none of them. */
class ExpectedHistory {
  entries: Expected[] = [{ place: 'chat', layer: null, passing: false }]
  at = 0
  readonly open = new Set<string>()

  get present(): Expected {
    return this.entries[this.at] as Expected
  }
  #push(entry: Expected) {
    this.entries.splice(++this.at, Infinity, entry)
  }
  #isThere = ({ layer }: Expected) => layer === null || this.open.has(layer)
  /** @returns whether there is something to go to */
  go(step: 1 | -1): boolean {
    let to = this.at + step
    while (this.entries[to] && !this.#isThere(this.entries[to] as Expected)) to += step
    if (!this.entries[to]) return false
    for (const { layer } of this.entries.slice(to + 1)) if (layer !== null) this.open.delete(layer)
    this.at = to
    return true
  }
  show(layer: string, passing: boolean) {
    this.open.add(layer)
    this.#push({ place: this.present.place, layer, passing })
  }
  close(layer: string) {
    this.open.delete(layer)
    if (this.present.layer === layer) this.go(-1)
  }
  jump(place: string) {
    const { layer, passing } = this.present
    if (passing && layer !== null) this.open.delete(layer)
    if (passing) this.at--
    this.#push({ place, layer: null, passing: false })
  }
}

it('Back and Forward go through what was jumped to and close what is open, whatever was opened, closed and jumped to before', async () => {
  const steps = fc.array(fc.constantFrom('jump', 'panel', 'viewer', 'close', 'back', 'forward'), { maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, async (actions) => {
      const { history, show, shown } = setUp()
      const expected = new ExpectedHistory()
      const closing = new Map<string, (wait?: boolean) => Promise<void>>()
      for (const [n, action] of actions.entries()) {
        const name = `${action} ${n}`
        const { layer, passing } = expected.present
        if (action === 'jump') {
          history.jump(name)
          expected.jump(name)
          // What a jump leaves behind is closed by whoever has made it.
          if (passing && layer !== null) await closing.get(layer)?.()
        } else if ((action === 'panel' || action === 'viewer') && !passing) {
          closing.set(name, show(name, action === 'panel'))
          expected.show(name, action === 'viewer')
        } else if (action === 'close' && expected.open.size > 0) {
          const last = [...expected.open].at(-1) ?? ''
          await closing.get(last)?.()
          expected.close(last)
        } else if (action === 'back' && expected.go(-1)) await history.back()
        else if (action === 'forward' && expected.go(1)) await history.forward()
        await vi.runAllTimersAsync()
        expect([history.name, shown()]).toEqual([expected.present.place, [...expected.open].join()])
      }
    }),
    { numRuns: 300 },
  )
})
