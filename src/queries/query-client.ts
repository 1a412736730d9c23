import { QueryClient } from '@tanstack/react-query'
import type { PortalError } from '~/domain/portal-error'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: PortalError
  }
}

/** Retries and waiting are the scheduler's (`src/rest/scheduler.ts`); nothing is read again behind the reader's back. */
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
