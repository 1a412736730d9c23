import { isPortalError, type PortalError } from '~/domain/portal/portal-error'
import type { RestClient } from './client.ts'
import { listOf } from '../decode/wire.ts'

const ATTEMPTS = 4

/** Whether a portal refuses `scope` alone. What it says of the address or of the app is true of every method. */
const isOnlyThisMethod = ({ code, detail }: PortalError): boolean =>
  code === 'unsupported' ||
  detail === 'HTTP_404' ||
  (code === 'rejected' && !['INVALID_REQUEST', 'ERROR_MANIFEST_IS_NOT_AVAILABLE'].includes(detail))

/**
 * Whether a webhook works and has the permission `im`, which all reading needs; `docs/bitrix24/rest.md` §6.7, `scope`.
 * @throws {PortalError} when the portal denies access
 */
export async function checkAccess(client: RestClient): Promise<'ok' | 'no-im'> {
  try {
    const rights = listOf(await client.call('scope', {}, { attempts: ATTEMPTS }))
    return rights.length === 0 || rights.includes('im') ? 'ok' : 'no-im'
  } catch (error) {
    // A portal that does not list its permissions can still be read.
    if (isPortalError(error) && isOnlyThisMethod(error)) return 'ok'
    throw error
  }
}
