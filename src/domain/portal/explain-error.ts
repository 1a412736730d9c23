import { isPortalError, type PortalError, type PortalErrorCode } from './portal-error.ts'

/** By the portal's own codes (`docs/bitrix24/rest.md` §1.2, §3), and by those of our own transports. */
const BY_DETAIL = {
  expired_token: 'error.session',
  invalid_token: 'error.session',
  REFRESH_TIMEOUT: 'error.session',
  PORTAL_DELETED: 'error.closed',
  insufficient_scope: 'error.scope',
  user_access_error: 'error.appNotAllowed',
  ACCESS_DENIED: 'error.plan',
  WRONG_AUTH_TYPE: 'error.authType',
  OVERLOAD_LIMIT: 'error.overload',
  OPERATION_TIME_LIMIT: 'error.operating',
  CONNECTION_ERROR: 'error.authServer',
  INVALID_REQUEST: 'error.https',
  ERROR_MANIFEST_IS_NOT_AVAILABLE: 'error.manifest',
  DIALOG_ID_EMPTY: 'error.dialogId',
  FIRST_ID_STRING: 'error.cursor',
  LAST_ID_STRING: 'error.cursor',
  ERROR_BATCH_METHOD_NOT_ALLOWED: 'error.batchMethod',
  ERROR_BATCH_LENGTH_EXCEEDED: 'error.batchLength',
  WRONG_ENCODING: 'error.encoding',
  HANDSHAKE: 'error.handshake',
  OPEN_LINES_SCOPE: 'error.openLinesScope',
  OPEN_LINES_ACCESS: 'error.openLinesAccess',
  INVALID_SESSION_ID: 'error.noConversation',
  TIMEOUT: 'error.timeout',
  TRUNCATED: 'error.truncated',
} as const

const BY_CODE = {
  auth: 'error.auth',
  access: 'error.access',
  'rate-limit': 'error.rate-limit',
  network: 'error.network',
  portal: 'error.portal',
  proxy: 'error.proxy',
  unsupported: 'error.unsupported',
  rejected: 'error.rejected',
  contract: 'error.unreadable',
} as const satisfies Readonly<Record<PortalErrorCode, string>>

/** For answers that are not Bitrix24's own but some other page: only their status says anything. */
const BY_STATUS = { 'rate-limit': 'error.busy', portal: 'error.gateway', contract: 'error.contract' } as const

/** Id of a sentence that tells of an error. */
export type ErrorText =
  | 'error.unexpected'
  | 'error.operatingUntil'
  | (typeof BY_DETAIL)[keyof typeof BY_DETAIL]
  | (typeof BY_CODE)[keyof typeof BY_CODE]
  | (typeof BY_STATUS)[keyof typeof BY_STATUS]

/** Asked again, these would be answered in the same way, whatever anybody does meanwhile; or must not be asked again. */
const FINAL: ReadonlySet<ErrorText> = new Set<ErrorText>([
  'error.closed',
  'error.authType',
  'error.overload',
  'error.https',
  'error.manifest',
  'error.dialogId',
  'error.cursor',
])

/** What to tell the reader of an error. */
export interface Explanation {
  /** Id of the sentence; `src/locales`. */
  readonly text: ErrorText
  /** HTTP status, for sentences that name it. */
  readonly status: number | null
  /** Epoch ms from when on the portal answers again, for sentences that name it. */
  readonly availableAt: number | null
  /** Whether trying again can help. */
  readonly canRetry: boolean
}

/** HTTP status of a page that is not the portal's; `rest/client/envelope.ts`. */
function statusOf({ detail }: PortalError): number | null {
  const status = /^HTTP_(\d+)$/.exec(detail)?.[1]
  return status === undefined ? null : Number(status)
}

function textOf(error: PortalError): ErrorText {
  if (error.detail === 'OPERATION_TIME_LIMIT' && error.availableAt !== null) return 'error.operatingUntil'
  if (Object.hasOwn(BY_DETAIL, error.detail)) return BY_DETAIL[error.detail as keyof typeof BY_DETAIL]
  if (statusOf(error) !== null && Object.hasOwn(BY_STATUS, error.code)) return BY_STATUS[error.code as keyof typeof BY_STATUS]
  return BY_CODE[error.code]
}

/** Each error in words, and whether Retry can help; anything but a `PortalError` is a fault of this app. */
export function explainError(error: unknown): Explanation {
  if (!isPortalError(error)) return { text: 'error.unexpected', status: null, availableAt: null, canRetry: true }
  const text = textOf(error)
  return { text, status: statusOf(error), availableAt: error.availableAt, canRetry: !FINAL.has(text) }
}
