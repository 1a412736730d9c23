import type { LeftPlace } from '~/domain/history/place'
import type { DialogId } from '~/domain/ids'
import { attempt } from '~/lib/attempt'

/** Where the reader has left the dialogs of a portal: for this session, or as long as the page where storage is denied. */
export class LeftPlaces {
  readonly #portal: string
  readonly #texts = new Map<string, string>()

  constructor(portal: string) {
    this.#portal = portal
  }

  #keyOf(dialogId: DialogId): string {
    return `place ${this.#portal} ${dialogId}`
  }

  /** @param place null at the end: whoever comes back wants what has come since */
  keep(dialogId: DialogId, place: LeftPlace | null): void {
    const text = JSON.stringify(place)
    const key = this.#keyOf(dialogId)
    this.#texts.set(key, text)
    attempt(() => sessionStorage.setItem(key, text))
  }

  find(dialogId: DialogId): LeftPlace | null {
    const key = this.#keyOf(dialogId)
    return attempt(() => JSON.parse(this.#texts.get(key) ?? sessionStorage.getItem(key) ?? 'null') as LeftPlace | null)
  }
}
