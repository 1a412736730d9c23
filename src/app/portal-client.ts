import type { RestClient } from '~/rest/client'
import { createRestClient } from '~/rest/rest-client'
import type { Transport } from '~/rest/transport'

const clients = new WeakMap<Transport, RestClient>()

/** The client of a connection: one for each transport, whoever asks first. @param portal origin */
export function portalClient(portal: string, transport: Transport): RestClient {
  const client = clients.get(transport) ?? createRestClient(portal, transport)
  clients.set(transport, client)
  return client
}
