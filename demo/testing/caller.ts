import type { LogEntry, SessionSettings } from '../state/session.ts'

/** Answers of many shapes: tests read what they need and fail on what is not there. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: { result: Loose; error?: string; time?: Record<string, number>; total?: number; next?: number }
}

let sessions = 0

/** A session of the demo portal of a test's own: limits, faults and changes are not shared. @param origin where the portal is */
export class Caller {
  readonly #origin: string
  readonly secret = `unit${++sessions}`

  private constructor(origin: string) {
    this.#origin = origin
  }

  static async of(origin: string, settings: SessionSettings = {}): Promise<Caller> {
    const caller = new Caller(origin)
    await caller.configure(settings)
    return caller
  }

  get #control(): string {
    return `${this.#origin}/_demo/sessions/${this.secret}`
  }

  async configure(settings: SessionSettings): Promise<void> {
    await fetch(this.#control, { method: 'PUT', body: JSON.stringify(settings) })
  }

  /** A call as it is answered, whatever that is. */
  raw(method: string, params: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
    const address = `${this.#origin}/rest/503/${this.secret}/${method}`
    return fetch(address, { method: 'POST', body: new URLSearchParams(params), ...init })
  }

  async call(method: string, params: Record<string, string> = {}): Promise<Answer> {
    const response = await this.raw(method, params)
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] }
  }

  /** The result alone, or the code of the error in its place. */
  async result(method: string, params: Record<string, string> = {}): Promise<Loose> {
    const { body } = await this.call(method, params)
    return body.error ?? body.result
  }

  /** A one-time link to the bytes of a file of `chat30`. */
  async link(fileId = 3_000_000): Promise<string> {
    return (await this.result('im.v2.File.download', { dialogId: 'chat30', fileId: String(fileId) })).downloadUrl as string
  }

  /** Does something in a dialog of this session: `vanish`, `edit`, … */
  async change(change: string, body: Record<string, unknown>): Promise<Loose> {
    return (await fetch(`${this.#control}/${change}`, { method: 'POST', body: JSON.stringify(body) })).json()
  }

  async log(): Promise<{ log: LogEntry[]; writing: string[] }> {
    return (await fetch(`${this.#control}/log`)).json() as Promise<{ log: LogEntry[]; writing: string[] }>
  }
}
