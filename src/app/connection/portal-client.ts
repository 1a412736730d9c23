import { getOrMake } from '~/lib/get-or-make'
import type { RestClient } from '~/rest/client/client'
import { createRestClient } from '~/rest/client/rest-client'
import type { Transport } from '~/rest/client/transport'

const clients = new WeakMap<Transport, RestClient>()

/** The client of a connection: one per transport, created on first use. @param portal origin */
export const portalClient = (portal: string, transport: Transport): RestClient =>
  getOrMake(clients, transport, () => createRestClient(portal, transport))
