import { isPortalError } from './portal-error.ts'

/**
 * Whether a failure may pass without anybody doing anything, so that asking again by itself makes sense. What ends access does
 * not, nor does the vendor's block, which asking makes worse; `docs/bitrix24/rest.md` §1.2.
 */
export const mayPass = (error: unknown): boolean =>
  isPortalError(error) && !['auth', 'access', 'unsupported', 'rejected'].includes(error.code) && error.detail !== 'OVERLOAD_LIMIT'
