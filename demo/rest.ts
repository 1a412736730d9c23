import type { Context } from 'hono'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { runBatch, type MemberAnswer } from './batch.ts'
import { methods } from './methods/index.ts'
import { Paged, type MethodContext } from './methods/context.ts'
import { parseQuery, upperCaseKeys, type Params } from './php.ts'
import { PortalFailure } from './portal-error.ts'
import type { Fault } from './state/faults.ts'
import type { Session, Sessions } from './state/session.ts'
import { portalDate } from './wire.ts'

export type RestContext = Context<{ Bindings: HttpBindings }>

/** Exactly what the portal sends with every answer under `/rest/`; `docs/bitrix24/rest.md` §1. */
export const restHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'origin, content-type, accept',
  'X-Content-Type-Options': 'nosniff',
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Query and body merged, body wins; form-encoded or JSON (`docs/bitrix24/rest.md` §1). */
async function readParams(c: RestContext): Promise<Params> {
  const query = parseQuery(new URL(c.req.url).search)
  if (c.req.method !== 'POST') return query
  const text = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  if (!type.includes('application/json')) return { ...query, ...parseQuery(text) }
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text)
    return { ...query, ...(typeof body === 'object' && body !== null ? (body as Params) : {}) }
  } catch {
    return query
  }
}

function timeBlock(session: Session, method: string, startedAt: number, now: number): Record<string, unknown> {
  return {
    start: Math.floor(startedAt / 1000),
    finish: now / 1000,
    duration: (now - startedAt) / 1000,
    processing: 0,
    date_start: portalDate(startedAt),
    date_finish: portalDate(now),
    operating_reset_at: Math.floor(now / 1000) + 600,
    operating: session.operating.used(method, now),
  }
}

const json = (body: unknown, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...restHeaders, 'Content-Type': 'application/json; charset=utf-8' } })

const failure = (error: PortalFailure): Response => json({ error: error.code, error_description: error.description }, error.status)

/** Runs one method, outside or inside a batch, with the operating limit and the log. */
async function callMethod(
  name: string,
  params: Params,
  context: MethodContext,
  log: { contentType: string; batchKey: string | null },
): Promise<MemberAnswer> {
  const { session } = context
  const startedAt = Date.now()
  const note = (status: number, error: string | null) => {
    session.log.push({
      at: startedAt,
      method: name,
      params,
      status,
      error,
      batchKey: log.batchKey,
      contentType: log.contentType,
      preflight: false,
    })
  }
  try {
    const method = session.settings.missingMethods?.includes(name) ? undefined : methods.get(name)
    if (!method) throw new PortalFailure(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!')
    if (session.operating.exceeded(name, startedAt))
      throw new PortalFailure(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.')
    const answer = method(upperCaseKeys(params), context)
    const now = Date.now()
    session.operating.add(name, (now - startedAt) / 1000, now)
    note(200, null)
    const time = timeBlock(session, name, startedAt, now)
    return answer instanceof Paged ? { result: answer.result, total: answer.total, next: answer.next, time } : { result: answer, time }
  } catch (error) {
    const failed = error instanceof PortalFailure ? error : new PortalFailure(400, 'ERROR_CORE', 'Internal error')
    note(failed.status, failed.code)
    return { failure: failed }
  }
}

/** Carries out a fault of the plan; null when the request continues. */
async function trouble(c: RestContext, fault: Fault): Promise<Response | null> {
  switch (fault.kind) {
    case 'drop':
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    case '500':
      return failure(new PortalFailure(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'))
    case '502':
      // In front of PHP: HTML, and no CORS headers.
      return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', { status: 502, headers: { 'Content-Type': 'text/html' } })
    case '503':
      return failure(new PortalFailure(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'))
    case '429':
      return failure(new PortalFailure(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.'))
    case '401':
      return failure(new PortalFailure(401, 'expired_token', 'The access token provided has expired.'))
    case 'error-in-200':
      return json({ error: 'ERROR_UNEXPECTED_ANSWER', error_description: 'Server returned an unexpected response.' }, 200)
    case 'latency':
    case 'slow-body':
    case 'truncated-json':
      return null
  }
}

/** The answer sent in two halves with a pause, or cut in the middle. */
function damaged(text: string, status: number, fault: Fault): Response {
  const bytes = new TextEncoder().encode(text)
  const half = Math.floor(bytes.length / 2)
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, half))
      if (fault.kind === 'slow-body') {
        await sleep(fault.ms ?? 1000)
        controller.enqueue(bytes.slice(half))
      }
      controller.close()
    },
  })
  return new Response(body, { status, headers: { ...restHeaders, 'Content-Type': 'application/json; charset=utf-8' } })
}

export interface RestServices {
  readonly sessions: Sessions
  /** What a method sees at `now`, epoch ms. */
  readonly contextFor: (session: Session, by: MethodContext['by'], now: number) => MethodContext
}

/** Everything between an authorised request and its answer. */
async function serve(c: RestContext, name: string, params: Params, session: Session, contextNow: () => MethodContext): Promise<Response> {
  const startedAt = Date.now()
  const contentType = c.req.header('content-type') ?? ''
  const { trouble: fault, latencyMs } = session.faults.next(name, JSON.stringify(params))
  if (latencyMs > 0) await sleep(latencyMs)
  if (!session.bucket.take(Date.now())) {
    session.log.push({
      at: startedAt,
      method: name,
      params,
      status: 503,
      error: 'QUERY_LIMIT_EXCEEDED',
      batchKey: null,
      contentType,
      preflight: false,
    })
    return failure(new PortalFailure(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'))
  }
  if (fault) {
    const answer = await trouble(c, fault)
    if (answer) {
      session.log.push({
        at: startedAt,
        method: name,
        params,
        status: Number(fault.kind) || 0,
        error: `fault:${fault.kind}`,
        batchKey: null,
        contentType,
        preflight: false,
      })
      return answer
    }
  }
  // After any delay: what has changed meanwhile is in the answer.
  const context = contextNow()
  let answer: MemberAnswer
  if (name === 'batch') {
    const result = await runBatch(upperCaseKeys(params), (method, memberParams, key) =>
      callMethod(method, memberParams, context, { contentType, batchKey: key }),
    )
    session.log.push({
      at: startedAt,
      method: 'batch',
      params: {},
      status: 200,
      error: null,
      batchKey: null,
      contentType,
      preflight: false,
    })
    answer = { result, time: timeBlock(session, 'batch', startedAt, Date.now()) }
  } else answer = await callMethod(name, params, context, { contentType, batchKey: null })
  if (answer.failure) return failure(answer.failure)
  const { result, time, total, next } = answer
  const body = { result, ...(next === undefined ? {} : { next }), ...(total === undefined ? {} : { total }), time }
  if (fault?.kind === 'slow-body' || fault?.kind === 'truncated-json') return damaged(JSON.stringify(body), 200, fault)
  return json(body, 200)
}

const methodName = (segment: string): string => segment.replace(/\.(json|xml)$/i, '').toLowerCase()

/** `/rest/USER/SECRET/METHOD` */
export async function byWebhook(c: RestContext, services: RestServices): Promise<Response> {
  const session = services.sessions.get(c.req.param('secret') ?? '')
  if (!session) return failure(new PortalFailure(401, 'INVALID_CREDENTIALS', 'Invalid request credentials'))
  const params = await readParams(c)
  return serve(c, methodName(c.req.param('method') ?? ''), params, session, () => services.contextFor(session, 'webhook', Date.now()))
}

/** `/rest/METHOD` with `auth`; `docs/bitrix24/rest.md` §1.5. */
export async function byToken(c: RestContext, services: RestServices): Promise<Response> {
  const params = await readParams(c)
  const token = params['auth'] ?? params['AUTH']
  if (typeof token !== 'string' || token === '') return failure(new PortalFailure(401, 'NO_AUTH_FOUND', 'Wrong authorization data'))
  const session = services.sessions.byToken(token, Date.now())
  if (session === 'expired_token') return failure(new PortalFailure(401, session, 'The access token provided has expired.'))
  if (session === 'invalid_token') return failure(new PortalFailure(401, session, 'Unable to get application by token'))
  const { auth: _, AUTH: __, ...rest } = params
  return serve(c, methodName(c.req.param('method') ?? ''), rest, session, () => services.contextFor(session, 'token', Date.now()))
}
