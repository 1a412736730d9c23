/** Its next message. Rejects when it fails, or cannot be loaded. */
const nextMessage = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const over = new AbortController()
    const listen = (type: 'message' | 'error', settle: (event: Event) => void) =>
      worker.addEventListener(
        type,
        (event) => {
          over.abort()
          settle(event)
        },
        { signal: over.signal },
      )
    listen('message', (event) => resolve((event as MessageEvent<unknown>).data))
    listen('error', () => reject(new Error('The worker has failed.')))
  })

/**
 * Asks a worker one question at a time. A worker that takes too long for an answer is ended, and the next question goes to a
 * new one. It says by a first message that it is there: how long it takes to load does not count.
 */
export class ImpatientWorker<Question, Answer> {
  readonly #start: () => Worker
  readonly #patienceMs: number
  #worker: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** @param patienceMs how long an answer may take */
  constructor(start: () => Worker, patienceMs: number) {
    this.#start = start
    this.#patienceMs = patienceMs
  }

  /**
   * @param signal the answer is not wanted any more: a question whose turn has not come is not asked
   * @returns null when the answer took too long
   * @throws when it is not wanted, and when the worker fails
   */
  ask(question: Question, signal: AbortSignal): Promise<Answer | null> {
    const answer = this.#last.then(() => {
      signal.throwIfAborted()
      return this.#answer(question)
    })
    this.#last = answer.catch(() => null)
    return answer
  }

  async #answer(question: Question): Promise<Answer | null> {
    let timer: ReturnType<typeof setTimeout> | undefined
    try {
      const worker = this.#worker ?? (await this.#loaded())
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => {
          this.#end()
          resolve(null)
        }, this.#patienceMs)
      })
      const answer = nextMessage(worker) as Promise<Answer>
      worker.postMessage(question)
      return await Promise.race([answer, late])
    } catch (error) {
      this.#end()
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async #loaded(): Promise<Worker> {
    this.#worker = this.#start()
    await nextMessage(this.#worker)
    return this.#worker
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = null
  }
}
