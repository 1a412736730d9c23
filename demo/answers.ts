import type { Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { PortalFailure } from './portal-error.ts'
import { portalErrors, type Fault, type FaultKind, type PortalErrorCode } from './state/faults.ts'
import type { Session } from './state/session.ts'

export type RestContext = Context<{ Bindings: HttpBindings }>

/** Exactly what the portal sends with every answer under `/rest/`; `docs/bitrix24/rest.md` §1. */
export const restHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'origin, content-type, accept',
  'X-Content-Type-Options': 'nosniff',
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const jsonAnswer = (body: unknown, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...restHeaders, 'Content-Type': JSON_TYPE } })

export const failure = (error: PortalFailure): Response =>
  jsonAnswer({ error: error.code, error_description: error.description }, error.status)

const queryLimit = () => new PortalFailure(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests')
export const operatingLimit = () => new PortalFailure(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.')

/** A page from in front of PHP: HTML, and no CORS headers. */
const htmlAnswer = (status: number, words: string): Response =>
  new Response(`<html><body><h1>${status} ${words}</h1></body></html>`, { status, headers: { 'Content-Type': 'text/html' } })

const isPortalError = (kind: FaultKind): kind is PortalErrorCode => Object.hasOwn(portalErrors, kind)

/** What a fault answers instead of the method; null when the method runs, and `damaged` may follow. */
function troubleAnswer(c: RestContext, { kind }: Fault): Response | null {
  if (isPortalError(kind)) {
    const [status, description] = portalErrors[kind]
    return failure(new PortalFailure(status, kind, description))
  }
  switch (kind) {
    case 'drop':
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    case '500':
      return failure(new PortalFailure(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'))
    case '502':
      return htmlAnswer(502, 'Bad Gateway')
    case '503':
      return failure(queryLimit())
    case '503-html':
      return htmlAnswer(503, 'Service Temporarily Unavailable')
    case '429':
      return failure(operatingLimit())
    case '429-html':
      return htmlAnswer(429, 'Too Many Requests')
    case '401':
      return failure(new PortalFailure(401, 'expired_token', 'The access token provided has expired.'))
    case 'error-in-200':
      return jsonAnswer({ error: 'ERROR_UNEXPECTED_ANSWER', error_description: 'Server returned an unexpected response.' }, 200)
    case 'latency':
    case 'slow-body':
    case 'truncated-json':
    case 'stall':
      return null
  }
}

/** The status of such an answer, for the log; 0 for none. */
const troubleStatus = (answer: Response): number => (answer === RESPONSE_ALREADY_SENT ? 0 : answer.status)

/** What comes of a request before anything is run for it. */
interface Admission {
  /** The answer in its place; null when it may go on. */
  readonly refusal: Response | null
  /** The fault that is to damage the answer, if any. */
  readonly trouble: Fault | null
}

/**
 * Delays a request as the session's faults say, counts it in the bucket, and refuses it for either.
 * @param name of the method, lower case @param content of the request, for faults that ask for some text @param note for the log
 */
export async function admit(
  c: RestContext,
  session: Session,
  name: string,
  content: string,
  note: (status: number, error: string) => void,
): Promise<Admission> {
  const { trouble, latencyMs } = session.faults.next(name, content)
  if (latencyMs > 0) await sleep(latencyMs)
  if (!session.bucket.take(Date.now())) {
    note(503, 'QUERY_LIMIT_EXCEEDED')
    return { refusal: failure(queryLimit()), trouble }
  }
  const refusal = trouble && troubleAnswer(c, trouble)
  if (trouble && refusal) note(troubleStatus(refusal), `fault:${trouble.kind}`)
  return { refusal, trouble }
}

/** An answer as a fault lets it through: in two halves with a pause, cut in the middle, or never ended. */
export function damaged(bytes: Uint8Array, type: string, fault: Fault | null, status = 200): Response {
  const headers = { ...restHeaders, 'Content-Type': type }
  if (fault?.kind !== 'slow-body' && fault?.kind !== 'truncated-json' && fault?.kind !== 'stall')
    return new Response(new Uint8Array(bytes), { status, headers })
  const half = Math.floor(bytes.length / 2)
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, half))
      // What stalls is ended by the caller alone.
      if (fault.kind === 'stall') return
      if (fault.kind === 'slow-body') {
        await sleep(fault.ms ?? 1000)
        controller.enqueue(bytes.slice(half))
      }
      controller.close()
    },
  })
  return new Response(body, { status, headers })
}
