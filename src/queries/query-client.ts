import { QueryClient } from '@tanstack/react-query'
import type { PortalError } from '~/domain/portal/portal-error'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: PortalError
  }
}

/** Retries and waiting belong to the scheduler (`src/rest/client/scheduler.ts`); nothing is refetched by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchOnMount: false,
        staleTime: 60_000,
        gcTime: 30 * 60_000,
      },
    },
  })
}
