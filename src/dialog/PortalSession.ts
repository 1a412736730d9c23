import type { QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { usePortal } from '~/queries/portal-context'
import type { AudioPlayer } from './player/AudioPlayer.ts'
import { FileSaving } from './saving/FileSaving.ts'

/** What goes on from dialog to dialog for as long as a portal is connected; see `docs/decisions/0010-owners.md`. */
export class PortalSession {
  readonly saving: FileSaving
  #player: AudioPlayer | null = null

  constructor(queryClient: QueryClient, client: ReturnType<typeof usePortal>) {
    this.saving = new FileSaving(queryClient, client)
  }

  /** See `usePlayer`. */
  playerMadeBy(make: () => AudioPlayer): AudioPlayer {
    return (this.#player ??= make())
  }

  /** Ends what is going on. */
  stop(): void {
    this.#player?.stop()
    this.saving.stop()
  }
}

export const PortalSessionContext = createContext<PortalSession | null>(null)

export function usePortalSession(): PortalSession {
  const session = use(PortalSessionContext)
  if (!session) throw new Error('usePortalSession is used outside of a connected portal')
  return session
}
