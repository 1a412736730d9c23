import { isPortalError } from '~/domain/portal/portal-error'
import type { RestClient } from './client.ts'
import { listOf } from '../decode/wire.ts'

const ATTEMPTS = 4

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
    if (isPortalError(error) && (error.code === 'unsupported' || error.code === 'rejected' || error.detail === 'HTTP_404')) return 'ok'
    throw error
  }
}
