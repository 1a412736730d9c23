import { QueryClient } from '@tanstack/react-query'

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
