import type { Session } from '../state/session.ts'

/** Rights that a webhook for reading is usually given. */
const USUAL = ['im', 'imopenlines', 'placement', 'crm', 'user_brief'] as const

/** The rights of a session's webhook or app. */
export const scopesOf = ({ settings }: Session): readonly string[] => settings.scopes ?? USUAL

const GUARDED = new Set(['im', 'disk', 'placement', 'crm', 'imopenlines'])

/** The right that a method needs, by its group; null for those that anybody may call. */
export function requiredScope(method: string): string | null {
  const group = method.split('.')[0] ?? ''
  return GUARDED.has(group) ? group : null
}
