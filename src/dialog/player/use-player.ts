import { usePortalSession } from '../state/PortalSession.ts'
import { AudioPlayer } from './AudioPlayer.ts'

/** The one player of the portal. */
export const usePlayer = (): AudioPlayer => usePortalSession().only(AudioPlayer, () => new AudioPlayer())
