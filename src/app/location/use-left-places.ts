import { usePortalSession } from '~/dialog/state/PortalSession'
import { usePortal } from '~/queries/portal-context'
import { LeftPlaces } from './LeftPlaces.ts'

/** Where the reader has left the dialogs of the connected portal. */
export function useLeftPlaces(): LeftPlaces {
  const { portal } = usePortal()
  return usePortalSession().only(LeftPlaces, () => new LeftPlaces(portal))
}
