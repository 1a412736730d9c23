import { usePortalSession } from '../PortalSession.ts'
import { AudioPlayer } from './AudioPlayer.ts'

/** The one player of the portal; made by the first part that can play something. */
export const usePlayer = (): AudioPlayer => usePortalSession().playerMadeBy(() => new AudioPlayer())
