import { requiredContext } from '~/ui/required-context'

/** Something that goes on, or is remembered, whatever is shown meanwhile. */
interface Ongoing {
  /** Ends it, where it would go on by itself. */
  readonly stop?: () => void
}

/** What goes on from dialog to dialog for as long as a portal is connected: sounds, the saving of files, and how panels and chats were left. */
export class PortalSession {
  readonly #ongoing = new Map<unknown, Ongoing>()

  /** One per session; created by the first part that needs it, so that its code loads with that part. */
  only<T extends object>(kind: abstract new (...values: never) => T, make: () => T): T {
    const known = this.#ongoing.get(kind)
    if (known instanceof kind) return known
    const made = make()
    this.#ongoing.set(kind, made)
    return made
  }

  /** Stops the player and the saving. */
  stop(): void {
    for (const ongoing of this.#ongoing.values()) ongoing.stop?.()
  }
}

export const [PortalSessionContext, usePortalSession] = requiredContext<PortalSession>('a portal')
