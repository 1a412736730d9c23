/** What the portal puts on the wire; `docs/bitrix24/rest.md` §3–5. Deliberately loose where the portal is loose. */
export interface WireMessage {
  id: number | string
  chat_id: number | string
  author_id: number | string
  date: string
  text: unknown
  unread?: unknown
  uuid?: string | null
  replaces?: unknown
  params?: unknown
  disappearing_date?: string | null
  [extra: string]: unknown
}

export interface WireUser {
  id: number
  name: string
  [extra: string]: unknown
}

export interface WireFile {
  id: number
  chatId: number
  type: string
  name: string | null
  image: { width: number; height: number } | false
  [extra: string]: unknown
}

/** An id-keyed map as PHP serialises it: `[]` when empty, a list when the keys are 0 … n−1. */
export function phpMap(entries: ReadonlyMap<string, unknown>): unknown {
  if ([...entries.keys()].every((key, index) => key === String(index))) return [...entries.values()]
  return Object.fromEntries(entries)
}

const OFFSET_MINUTES = 180

/** ISO 8601 in the portal's time zone, to the second; never `Z` (`docs/bitrix24/rest.md` §2). */
export function portalDate(epochMs: number): string {
  const local = new Date(epochMs + OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)
  return `${local}+03:00`
}

/** Midnight in the portal's time zone, epoch ms, of the day that holds `epochMs`. */
export function portalDayStart(epochMs: number): number {
  const shift = OFFSET_MINUTES * 60_000
  return Math.floor((epochMs + shift) / 86_400_000) * 86_400_000 - shift
}
