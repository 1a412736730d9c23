import { PortalError } from '~/domain/portal/portal-error'

/** Loads code that a request turns out to need. @throws {PortalError} where it does not arrive, so that it can be tried again */
export const loadPart = <T>(load: () => Promise<T>): Promise<T> =>
  load().catch((cause: unknown) => {
    throw new PortalError('network', 'A part of the app could not be loaded.', { cause })
  })
