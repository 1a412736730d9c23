import { describe, expect, it } from 'vitest'
import { readEnvelope } from '~/rest/client/envelope'
import { createI18n } from '~/ui/i18n'
import { languages, loadLaterTexts } from '~/ui/language'
import { explainError } from './explain-error.ts'
import { mayPass } from './may-pass.ts'
import { isPortalError, PortalError } from './portal-error.ts'

function errorOf(status: number, body: string): PortalError {
  try {
    readEnvelope(status, body)
  } catch (error) {
    if (isPortalError(error)) return error
  }
  throw new Error('it is no error')
}

const told = (status: number, code: string) => errorOf(status, JSON.stringify({ error: code, error_description: 'words' }))

/** Documented errors (`docs/bitrix24/rest.md` §1.2, §3), with the status that the documentation or the source gives them. */
const documented: readonly (readonly [status: number, code: string, text: string, canRetry: boolean])[] = [
  [401, 'expired_token', 'error.session', true],
  [401, 'invalid_token', 'error.session', true],
  [401, 'NO_AUTH_FOUND', 'error.auth', true],
  [403, 'INVALID_CREDENTIALS', 'error.auth', true],
  [401, 'authorization_error', 'error.auth', true],
  [403, 'APPLICATION_NOT_FOUND', 'error.auth', true],
  [403, 'insufficient_scope', 'error.scope', true],
  [401, 'user_access_error', 'error.appNotAllowed', true],
  [403, 'ACCESS_DENIED', 'error.plan', true],
  [403, 'ACCESS_ERROR', 'error.access', true],
  [400, 'ACCESS_ERROR', 'error.access', true],
  [403, 'WRONG_AUTH_TYPE', 'error.authType', false],
  [404, 'ERROR_METHOD_NOT_FOUND', 'error.unsupported', true],
  [400, 'INVALID_REQUEST', 'error.https', false],
  [401, 'INVALID_REQUEST', 'error.https', false],
  [400, 'ERROR_MANIFEST_IS_NOT_AVAILABLE', 'error.manifest', false],
  [400, 'ERROR_ARGUMENT', 'error.rejected', true],
  [400, 'ERROR_CORE', 'error.rejected', true],
  [500, 'ERROR_CORE', 'error.portal', true],
  [500, 'INTERNAL_SERVER_ERROR', 'error.portal', true],
  [500, 'ERROR_UNEXPECTED_ANSWER', 'error.portal', true],
  [403, 'CONNECTION_ERROR', 'error.authServer', true],
  [500, 'PORTAL_DELETED', 'error.closed', false],
  [403, 'PORTAL_DELETED', 'error.closed', false],
  [503, 'QUERY_LIMIT_EXCEEDED', 'error.rate-limit', true],
  [503, 'OVERLOAD_LIMIT', 'error.overload', false],
  [401, 'OVERLOAD_LIMIT', 'error.overload', false],
  [429, 'OPERATION_TIME_LIMIT', 'error.operating', true],
  [405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'error.batchMethod', true],
  [400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'error.batchLength', true],
  [400, 'DIALOG_ID_EMPTY', 'error.dialogId', false],
  [400, 'FIRST_ID_STRING', 'error.cursor', false],
  [400, 'LAST_ID_STRING', 'error.cursor', false],
  [200, 'WRONG_ENCODING', 'error.encoding', true],
]

describe('a documented error', () => {
  it.each(documented)('%i %s is told by %s; Retry: %s', (status, code, text, canRetry) => {
    expect(explainError(told(status, code))).toMatchObject({ text, canRetry })
  })

  it('of a method that is blocked names the time from which it works again', () => {
    const error = new PortalError('rate-limit', '', { detail: 'OPERATION_TIME_LIMIT', availableAt: 1_790_000_000_000 })
    expect(explainError(error)).toMatchObject({ text: 'error.operatingUntil', availableAt: 1_790_000_000_000, canRetry: true })
  })

  it('ends access for good, or may pass by itself', () => {
    const passing = documented.filter(([status, code]) => mayPass(told(status, code))).map(([, code]) => code)
    expect([...new Set(passing)]).toEqual([
      'ERROR_CORE',
      'INTERNAL_SERVER_ERROR',
      'ERROR_UNEXPECTED_ANSWER',
      'CONNECTION_ERROR',
      'QUERY_LIMIT_EXCEEDED',
      'OPERATION_TIME_LIMIT',
      'WRONG_ENCODING',
    ])
    expect(mayPass(new TypeError('a mistake of ours'))).toBe(false)
  })
})

describe('a page that is not Bitrix24’s', () => {
  const page = '<!doctype html><title>Forbidden</title>'
  it.each([
    [401, page, 'error.proxy'],
    [403, page, 'error.proxy'],
    [403, '', 'error.proxy'],
    [403, '{"message":"Forbidden"}', 'error.proxy'],
    [407, page, 'error.proxy'],
    [451, page, 'error.proxy'],
    [429, page, 'error.busy'],
    [503, page, 'error.busy'],
    [502, page, 'error.gateway'],
    [504, '', 'error.gateway'],
    [404, page, 'error.contract'],
    [200, page, 'error.contract'],
    [200, '{"status":"ok"}', 'error.contract'],
  ])('%i %s is told by its status: %s', (status, body, text) => {
    expect(explainError(errorOf(status, body))).toMatchObject({ text, status, canRetry: true })
  })

  it('is not what was cut off on the way', () => {
    for (const body of ['', '{"result":{"mess', ' [1,']) expect(explainError(errorOf(200, body))).toMatchObject({ text: 'error.truncated' })
    expect(explainError(errorOf(403, '{"error":"ACCESS_ERR'))).toMatchObject({ text: 'error.truncated' })
  })
})

describe('what the transports say', () => {
  it.each([
    [new PortalError('network', '', { detail: 'NETWORK' }), 'error.network'],
    [new PortalError('network', '', { detail: 'TIMEOUT' }), 'error.timeout'],
    [new PortalError('network', '', { detail: 'HANDSHAKE' }), 'error.handshake'],
    [new PortalError('auth', '', { detail: 'REFRESH_TIMEOUT' }), 'error.session'],
    [new PortalError('contract', '', { detail: 'MESSAGES' }), 'error.unreadable'],
    [new PortalError('contract', '', { detail: 'constructor' }), 'error.unreadable'],
    [new TypeError('undefined is not a function'), 'error.unexpected'],
  ])('%s has its sentence', (error, text) => expect(explainError(error)).toMatchObject({ text }))
})

describe('the sentences', () => {
  it.each(languages)('in %s differ, and say time and status where they are known', async (language) => {
    const { t } = createI18n(language, await loadLaterTexts(language))
    const texts = [...new Set(documented.map(([status, code]) => explainError(told(status, code)).text))]
    const sentences = texts.map((text) => t(text))
    expect(new Set(sentences).size).toBe(texts.length)
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/)
    expect(t('error.operatingUntil', { time: '14:05' })).toContain('14:05')
    expect(t('error.proxy', { status: 403 })).toContain('403')
  })
})
