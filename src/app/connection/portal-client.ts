import { getOrMake } from '~/lib/get-or-make'
import type { RestClient } from '~/rest/client/client'
import { createRestClient, type PreparedClient } from '~/rest/client/rest-client'
import type { Transport } from '~/rest/client/transport'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'

const clients = new WeakMap<Transport, RestClient>()

/** The client of a connection: one per transport, created on first use. @param portal origin */
export const portalClient = (portal: string, transport: Transport): RestClient =>
  getOrMake(clients, transport, () => {
    const client = createRestClient(portal, transport, { mayLoad: deferredLoads.opened })
    prepare(client)
    return client
  })

/** After the first messages; again with whatever else has not loaded. */
function prepare(client: PreparedClient): void {
  deferredLoads.run(client.prepare, () => prepare(client)).catch(() => {})
}
