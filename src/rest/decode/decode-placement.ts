import { phpMap, text } from './wire.ts'

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/**
 * Options of a placement by their names, as text; `docs/bitrix24/placement.md` §1. They come as an object, as JSON, as `[]` or not
 * at all (§4.4); what is neither text nor a number is left out.
 */
export const decodePlacementOptions = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(phpMap(parsed(value))).flatMap(([name, given]) =>
      typeof given === 'string' || typeof given === 'number' ? [[name, text(given)]] : [],
    ),
  )
