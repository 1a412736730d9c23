import { admit, damaged, failure, JSON_TYPE, jsonAnswer, operatingLimit, type RestContext } from './answers.ts'
import { runBatch, type MemberAnswer } from './batch.ts'
import { methods } from './methods/index.ts'
import { Paged, type MethodContext } from './methods/context.ts'
import { requiredScope, scopesOf } from './methods/scopes.ts'
import { parseQuery, upperCaseKeys, type Params } from './php.ts'
import { PortalFailure } from './portal-error.ts'
import type { Session, Sessions } from './state/session.ts'
import { portalDate } from './wire.ts'

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

/** @param duration seconds that the call took, or is said to have taken */
function timeBlock(
  session: Session,
  method: string,
  startedAt: number,
  now: number,
  duration = (now - startedAt) / 1000,
): Record<string, unknown> {
  return {
    start: Math.floor(startedAt / 1000),
    finish: startedAt / 1000 + duration,
    duration,
    processing: duration,
    date_start: portalDate(startedAt),
    date_finish: portalDate(now),
    operating_reset_at: Math.floor(session.operating.resetAt(method, now) / 1000),
    operating: session.operating.used(method, now),
  }
}

/** Runs one method, outside or inside a batch, with rights, the operating limit and the log. */
async function callMethod(
  name: string,
  params: Params,
  context: MethodContext,
  log: { contentType: string; batchKey: string | null },
): Promise<MemberAnswer> {
  const { session } = context
  const startedAt = Date.now()
  const note = (status: number, error: string | null) => session.note({ at: startedAt, method: name, params, status, error, ...log })
  try {
    const method = session.settings.missingMethods?.includes(name) ? undefined : methods.get(name)
    if (!method) throw new PortalFailure(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!')
    if (session.settings.refusedMethods?.includes(name)) throw new PortalFailure(403, 'ACCESS_DENIED', 'Access denied')
    const scope = requiredScope(name)
    if (scope !== null && !scopesOf(session).includes(scope))
      throw new PortalFailure(401, 'insufficient_scope', 'The request requires higher privileges than provided by the access token')
    if (session.operating.exceeded(name, startedAt)) throw operatingLimit()
    const answer = method(upperCaseKeys(params), context)
    const now = Date.now()
    const duration = session.settings.operatingSeconds?.[name] ?? (now - startedAt) / 1000
    session.operating.add(name, duration, now)
    note(200, null)
    const time = timeBlock(session, name, startedAt, now, duration)
    return answer instanceof Paged ? { result: answer.result, total: answer.total, next: answer.next, time } : { result: answer, time }
  } catch (error) {
    const failed = error instanceof PortalFailure ? error : new PortalFailure(400, 'ERROR_CORE', 'Internal error')
    note(failed.status, failed.code)
    return { failure: failed }
  }
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
  const note = (status: number, error: string | null) =>
    session.note({ at: startedAt, method: name, params: name === 'batch' ? {} : params, status, error, contentType })
  const { refusal, trouble } = await admit(c, session, name, JSON.stringify(params), note)
  if (refusal) return refusal
  // After any delay: what has changed meanwhile is in the answer.
  const context = contextNow()
  let answer: MemberAnswer
  if (name === 'batch') {
    const result = await runBatch(upperCaseKeys(params), (method, memberParams, key) =>
      callMethod(method, memberParams, context, { contentType, batchKey: key }),
    )
    note(200, null)
    answer = { result, time: timeBlock(session, 'batch', startedAt, Date.now()) }
  } else answer = await callMethod(name, params, context, { contentType, batchKey: null })
  if (answer.failure) return failure(answer.failure)
  const { result, time, total, next } = answer
  const body = { result, ...(next === undefined ? {} : { next }), ...(total === undefined ? {} : { total }), time }
  return trouble ? damaged(new TextEncoder().encode(JSON.stringify(body)), JSON_TYPE, trouble) : jsonAnswer(body, 200)
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
