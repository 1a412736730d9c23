import { Connectivity, type ConnectivityProps } from './connectivity/Connectivity.tsx'
import { PageDialogs } from './PageDialogs.tsx'
import { useShortcutKeys } from './use-shortcut-keys.ts'

/** What lies over the whole page, whatever it shows: what there is to say of the network, and what keys open. */
export function ShellOverlays(connectivity: ConnectivityProps) {
  useShortcutKeys()
  return (
    <>
      <Connectivity {...connectivity} />
      <PageDialogs />
    </>
  )
}
