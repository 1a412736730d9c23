import { useEffect } from 'react'
import { useStableCallback } from '~/ui/use-stable-callback'
import { usePortalSession } from '../state/PortalSession.ts'
import type { ShortcutId } from './shortcut.ts'

/** Does what a shortcut stands for. @returns false where there is nothing to do: the key stays the browser's */
export type ShortcutHandler = () => boolean | void

/** Who answers when a shortcut is pressed. */
export class Shortcuts {
  readonly #handlers = new Map<ShortcutId, ShortcutHandler[]>()

  /** The latest one is asked first. @returns takes it back */
  add(id: ShortcutId, handler: ShortcutHandler): () => void {
    const others = this.#handlers.get(id) ?? []
    this.#handlers.set(id, [handler, ...others])
    return () => {
      this.#handlers.set(id, this.#handlers.get(id)?.filter((one) => one !== handler) ?? [])
    }
  }

  /** @returns whether somebody has done something */
  run(id: ShortcutId): boolean {
    return this.#handlers.get(id)?.some((handler) => handler() !== false) ?? false
  }
}

/** Who answers when a shortcut is pressed. */
export const useShortcuts = (): Shortcuts => usePortalSession().only(Shortcuts, () => new Shortcuts())

/** Answers to a shortcut for as long as the component is mounted. */
export function useShortcut(id: ShortcutId, handler: ShortcutHandler): void {
  const all = useShortcuts()
  const answer = useStableCallback(handler)
  useEffect(() => all.add(id, answer), [all, id, answer])
}
