import { onBack } from '~/lib/on-return'

/**
 * Addresses of pictures that could not be loaded, as many as there are people: one who has written a hundred messages is not
 * asked for a hundred times. They are tried again once the network or the portal is back.
 */
export const failedAddresses = new Set<string>()

/** Remembers one. Before a listener of its own hears that they may be tried again, it is forgotten. */
export function addressFailed(address: string): void {
  if (failedAddresses.size === 0) {
    const stop = onBack(() => {
      failedAddresses.clear()
      stop()
    })
  }
  failedAddresses.add(address)
}
