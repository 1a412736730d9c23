import { queryOptions } from '@tanstack/react-query'
import type { PlacementRow } from '~/domain/portal/installation'
import type { RestClient } from '~/rest/client/client'
import { bindPlacement, loadInstallation, unbindPlacement } from '~/rest/methods/placements'

/** What the portal says of this application. It is asked anew after every change: what it says is what is true. */
export const installationQuery = (client: RestClient) =>
  queryOptions({ queryKey: [client.portal, 'installation'], queryFn: () => loadInstallation(client), staleTime: 0, gcTime: 0 })

/** Why a placement could not be changed, by its name. */
export type Failures = ReadonlyMap<string, unknown>

async function each(rows: readonly PlacementRow[], change: (row: PlacementRow) => Promise<void>): Promise<Failures> {
  const failures = new Map<string, unknown>()
  // In turn: one that the portal refuses must not keep the others from being tried.
  for (const row of rows) {
    try {
      await change(row)
    } catch (error) {
      failures.set(row.placement, error)
    }
  }
  return failures
}

/** Binds placements to an address, and takes away former addresses; those that are bound already stay as they are. */
export const installPlacements = (client: RestClient, rows: readonly PlacementRow[], handler: string): Promise<Failures> =>
  each(
    rows.filter(({ state }) => state === 'free' || state === 'broken'),
    async ({ placement, isBoundHere, stale }) => {
      // First the new one: should the old one stay, the placement still works.
      if (!isBoundHere) await bindPlacement(client, { placement, handler })
      for (const old of stale) await unbindPlacement(client, { placement, handler: old })
    },
  )

/** Takes the app away from placements, whatever address it has there. @param bound as the portal told them */
export const removePlacements = (
  client: RestClient,
  rows: readonly PlacementRow[],
  bound: readonly { readonly placement: string; readonly handler: string }[],
): Promise<Failures> =>
  each(rows, async ({ placement }) => {
    for (const one of bound) if (one.placement === placement) await unbindPlacement(client, one)
  })
