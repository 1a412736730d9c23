import { randomUUID } from 'node:crypto'
import { admit, damaged, failure, restHeaders, sleep, type RestContext } from './answers.ts'
import { fileBytes } from './files/bytes.ts'
import { PortalFailure } from './portal-error.ts'
import type { Session } from './state/session.ts'

const KEPT = 5_000
const ORIGINAL_SIDE = 1_600

interface Link {
  readonly session: Session
  /** The portal's own address of the file, which says what it is. */
  readonly address: string
  /** Epoch ms. */
  readonly expiresAt: number
}

/**
 * One-time links to the bytes of files (`docs/bitrix24/rest.md` §5.5). They live under `/rest/`: a download counts in the
 * bucket and fails as calls do, under the name `download`.
 */
export class Downloads {
  readonly #origin: string
  readonly #links = new Map<string, Link>()

  constructor(origin: string) {
    this.#origin = origin
  }

  issue(session: Session, address: string, now: number): string {
    const token = randomUUID()
    this.#links.set(token, { session, address, expiresAt: now + (session.settings.downloadSeconds ?? Infinity) * 1000 })
    if (this.#links.size > KEPT) this.#links.delete(this.#links.keys().next().value as string)
    return `${this.#origin}/rest/download.json?auth=&token=${token}`
  }

  async answer(c: RestContext): Promise<Response> {
    const token = c.req.query('token') ?? ''
    const link = this.#links.get(token)
    if (!link) return failure(notFound())
    const { session } = link
    const startedAt = Date.now()
    const note = (status: number, error: string | null) =>
      session.note({ at: startedAt, method: 'download', params: { address: link.address }, status, error })
    const { refusal, trouble } = await admit(c, session, 'download', link.address, note)
    // The link is not spent: nobody has looked at it.
    if (refusal) return refusal
    this.#links.delete(token)
    const query = new URL(link.address, this.#origin).searchParams
    await sleep(Number(query.get('delay') ?? 0))
    const file = link.expiresAt <= Date.now() ? null : fileBytes(query, ORIGINAL_SIDE)
    note(file ? 200 : 400, file ? null : 'FILE_NOT_FOUND')
    if (!file) return failure(notFound())
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(c.req.header('range') ?? '') ?? []
    if (from === undefined) return damaged(file.bytes, file.type, trouble)
    const part = file.bytes.subarray(Number(from), to ? Number(to) + 1 : undefined)
    return part.length > 0 ? damaged(part, file.type, trouble, 206) : new Response(null, { status: 416, headers: restHeaders })
  }
}

const notFound = () => new PortalFailure(400, 'FILE_NOT_FOUND', 'File not found')
