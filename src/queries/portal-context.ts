import { createContext, use } from 'react'
import type { RestClient } from '~/rest/client/client'

export const PortalContext = createContext<RestClient | null>(null)

/** The portal that is being read. */
export function usePortal(): RestClient {
  const client = use(PortalContext)
  if (!client) throw new Error('usePortal is used outside of a connected portal')
  return client
}
