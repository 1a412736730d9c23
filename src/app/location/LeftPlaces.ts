import type { LeftPlace } from '~/domain/history/place'
import type { DialogId } from '~/domain/ids'
import { attempt } from '~/lib/attempt'

/** How long a place is kept, and of how many chats: the ones that were left last. */
const KEPT_MS = 90 * 86_400_000
const MOST = 300

/** What is kept of a chat: ids and a distance, nothing that was said in it. */
interface Kept {
  readonly place: LeftPlace
  /** Epoch ms. */
  readonly leftAt: number
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Other versions of the app may have written something else. */
function isPlace(value: unknown): value is LeftPlace {
  if (!isRecord(value) || !isRecord(value['start']) || typeof value['start']['at'] !== 'string') return false
  const { anchor } = value
  return anchor === null || (isRecord(anchor) && typeof anchor['id'] === 'number' && typeof anchor['offset'] === 'number')
}

const isKept = (value: unknown): value is Kept => isRecord(value) && typeof value['leftAt'] === 'number' && isPlace(value['place'])

function parse(text: string | null): Kept | null {
  const value = attempt(() => JSON.parse(text ?? 'null') as unknown)
  return isKept(value) ? value : null
}

const PREFIX = 'place '
const prefixOf = (portal: string): string => `${PREFIX}${portal} `

const keysOf = (prefix: string): string[] =>
  attempt(() =>
    Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) => key.startsWith(prefix)),
  ) ?? []

const remove = (key: string): void => void attempt(() => localStorage.removeItem(key))

/** Lets go of what has been kept for long enough. */
function prune(now: number): void {
  const kept = keysOf(PREFIX).map((key) => ({ key, leftAt: parse(localStorage.getItem(key))?.leftAt ?? 0 }))
  const latestFirst = kept.toSorted((a, b) => b.leftAt - a.leftAt)
  latestFirst.forEach(({ key, leftAt }, at) => {
    if (at >= MOST || now - leftAt > KEPT_MS) remove(key)
  })
}

/** Forgets where all dialogs of a portal were left. */
export const forgetPlaces = (portal: string): void => keysOf(prefixOf(portal)).forEach(remove)

/** Where the reader has left the dialogs of a portal: on this device, or as long as the page where storage is denied. */
export class LeftPlaces {
  readonly #portal: string
  readonly #places = new Map<DialogId, LeftPlace | null>()

  constructor(portal: string, now = Date.now()) {
    this.#portal = portal
    prune(now)
  }

  #keyOf(dialogId: DialogId): string {
    return prefixOf(this.#portal) + dialogId
  }

  /** @param place null at the end: whoever comes back wants what has come since */
  keep(dialogId: DialogId, place: LeftPlace | null): void {
    this.#places.set(dialogId, place)
    const key = this.#keyOf(dialogId)
    if (place === null) return remove(key)
    const kept: Kept = { place, leftAt: Date.now() }
    attempt(() => localStorage.setItem(key, JSON.stringify(kept)))
  }

  find(dialogId: DialogId): LeftPlace | null {
    const known = this.#places.get(dialogId)
    return known === undefined ? (parse(attempt(() => localStorage.getItem(this.#keyOf(dialogId))))?.place ?? null) : known
  }
}
