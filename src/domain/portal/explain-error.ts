import { isPortalError } from './portal-error.ts'

/** Id of the sentence that explains an error to the reader; `src/locales`. */
export function explainError(error: unknown) {
  if (!isPortalError(error)) return 'error.unexpected'
  switch (error.code) {
    case 'auth':
      return 'error.auth'
    case 'access':
      return error.detail === 'insufficient_scope' ? 'error.scope' : 'error.access'
    case 'rate-limit':
      return 'error.rate-limit'
    case 'network':
      return error.detail === 'HANDSHAKE' ? 'error.handshake' : 'error.network'
    case 'portal':
      return 'error.portal'
    case 'unsupported':
      return 'error.unsupported'
    case 'rejected':
      return 'error.rejected'
    case 'contract':
      return 'error.contract'
  }
}
