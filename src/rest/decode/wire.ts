import { decodeEntities } from '~/lib/text/entities'
import { visibleName } from '~/lib/text/visible-text'

/**
 * Readers of the wire's values. The portal is loose about types (`docs/bitrix24/rest.md` §4, §7); these are all equally tolerant, which
 * is also why no schema library is used: every rule would be custom.
 */

const toInteger = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,16}$/.test(value.trim()) ? Number(value) : Number.NaN

/** A whole number ≥ 0, also when written as text; null for anything else. */
export function wireId(value: unknown): number | null {
  const id = toInteger(value)
  return Number.isSafeInteger(id) && id >= 0 ? id : null
}

/** A number ≥ 0, also when written as text; null for anything else. */
export function wireNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && number >= 0 && number < Infinity ? number : null
}

/** A list of ids from a list, a map's values, or a single id; anything that is not an id is left out. */
export const idList = (value: unknown): number[] => {
  const list = typeof value === 'object' ? listOf(value) : [value]
  return [...new Set(list.map(toInteger))].filter((id) => Number.isSafeInteger(id) && id > 0)
}

/** `Y`, `true` and 1 are true, also as the only entry of a list. */
export function flag(value: unknown): boolean {
  const single: unknown = Array.isArray(value) ? value[0] : value
  return single === true || single === 1 || single === '1' || single === 'Y' || single === 'y' || single === 'true'
}

/** Text from text or a number; a single entry of a list counts. Lone surrogates are replaced. */
export function text(value: unknown): string {
  const single: unknown = Array.isArray(value) ? value[0] : value
  if (typeof single === 'string') return single.toWellFormed()
  return typeof single === 'number' ? String(single) : ''
}

/** A name or a title as it is shown. Older portals escape them for HTML; current ones do not. */
export const nameText = (value: unknown): string => visibleName(decodeEntities(text(value)))

/** Epoch ms of an ISO date with offset; null when there is none or it cannot be parsed. */
export function epochMs(value: unknown): number | null {
  if (typeof value !== 'string' || value === '') return null
  const parsed = Date.parse(value)
  return Number.isNaN(parsed) ? null : parsed
}

/**
 * Minutes east of UTC of the clock that an ISO date was written by (`docs/bitrix24/rest.md` §2): how far its own words are from the instant
 * that it names. Null for a date that cannot be parsed.
 */
export function writtenOffset(value: unknown): number | null {
  const minutes = Math.round((Date.parse(`${text(value).slice(0, 19)}Z`) - (epochMs(value) ?? Number.NaN)) / 60_000)
  return Number.isNaN(minutes) ? null : minutes
}

/** PHP serialises an empty map as `[]`. */
export function phpMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** Entries of a list, of a list that PHP wrote as a map because its keys have gaps, or the only entry in its place. */
export function entriesOf(value: unknown): unknown[] {
  const map = phpMap(value)
  return Array.isArray(value) ? value : Object.keys(map).every((key) => /^\d+$/.test(key)) ? Object.values(map) : [value]
}

/** Entries of a list, or of a map with ids for keys. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

const HEX_COLOR = /^#[\da-f]{6}$/i
export const hexColor = (value: unknown): string | null => (typeof value === 'string' && HEX_COLOR.test(value) ? value : null)

/** An absolute http(s) address, resolved against the portal; null for none, for a placeholder and for other schemes. */
export function httpUrl(value: unknown, portal: string): string | null {
  if (typeof value !== 'string' || value.trim() === '' || value.endsWith('/im/images/blank.gif')) return null
  try {
    const url = new URL(value, portal)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}
