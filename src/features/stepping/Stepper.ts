import type { Step } from '~/dialog/stepping/Stepping'
import type { From } from '~/domain/history/beyond'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { Cell } from '~/lib/Cell'
import type { StepOptions } from '~/queries/history/step'

/** How a step goes. */
export interface StepState {
  readonly step: Step
  /** `none`: there is none on that side; `latest`: there is none on that side, and the last one is shown instead; `nowhere`: nor is there that. */
  readonly phase: 'looking' | 'arrived' | 'latest' | 'none' | 'nowhere' | 'stopped' | 'failed'
  /** Up to where it has looked: a message, and when that was sent. */
  readonly reached: Pick<Message, 'id' | 'sentAt'> | null
  /** Why it has failed. */
  readonly error: unknown
}

export interface StepperOptions {
  /** @returns where the step begins, null for nowhere */
  readonly fromOf: (step: Step) => From | null
  /** Finds the message; null for none. */
  readonly find: (step: Step, from: From | null, options: StepOptions) => Promise<MessageId | null>
  readonly open: (id: MessageId, step: Step) => void
}

/** Takes one step after another. A new one ends the one before. */
export class Stepper {
  readonly state = new Cell<StepState | null>(null)
  /** The message that was stepped to last. */
  arrived: MessageId | null = null
  readonly #options: StepperOptions
  #running: AbortController | null = null

  constructor(options: StepperOptions) {
    this.#options = options
  }

  async take(step: Step): Promise<void> {
    this.#running?.abort()
    const running = new AbortController()
    const { signal } = running
    this.#running = running
    const begun: StepState = { step, phase: 'looking', reached: null, error: null }
    this.state.set(begun)
    const tell = (change: Partial<StepState>) => {
      const now = this.state.get()
      if (this.#running === running && now) this.state.set({ ...now, ...change })
    }
    const onReached = ({ id, sentAt }: Pick<Message, 'id' | 'sentAt'>) => tell({ reached: { id, sentAt } })
    try {
      const from = this.#options.fromOf(step)
      let found = await this.#options.find(step, from, { signal, onReached })
      // Whoever is at the end, and at no such message, looks for the last one.
      const turns = found === null && from !== null && from.including && from.side === 'newer' && step.steps.of !== 'unread'
      if (turns) {
        tell({ step: { ...step, side: 'older' }, reached: null })
        found = await this.#options.find(step, { ...from, including: false, side: 'older' }, { signal, onReached })
      }
      signal.throwIfAborted()
      tell({ phase: turns ? (found === null ? 'nowhere' : 'latest') : found === null ? 'none' : 'arrived' })
      if (found === null) return
      this.arrived = found
      this.#options.open(found, step)
    } catch (error) {
      // What was stopped says so by itself.
      if (!signal.aborted) tell({ phase: 'failed', error })
    } finally {
      if (this.#running === running) this.#running = null
    }
  }

  /** Ends what is under way; otherwise there is nothing more to say of it. */
  readonly leave = (): void => {
    const now = this.state.get()
    const running = this.#running
    this.#running = null
    running?.abort()
    this.state.set(now && running && now.reached ? { ...now, phase: 'stopped' } : null)
  }

  /** Goes on where it was stopped or has failed. */
  readonly goOn = (): void => {
    const now = this.state.get()
    if (now) void this.take(now.reached ? { ...now.step, from: now.reached.id } : now.step)
  }

  readonly close = (): void => {
    this.#running?.abort()
    this.#running = null
    this.state.set(null)
  }
}
