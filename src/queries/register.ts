import type { PortalError } from '~/domain/portal-error'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: PortalError
  }
}
