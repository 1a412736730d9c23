import { parseDialogId, parseMessageId, type DialogId, type MessageId } from './ids.ts'

/** What a placement opened the app for; `docs/bitrix24/placement.md` §1. */
export type PlacementTarget =
  | { readonly kind: 'dialog'; readonly dialogId: DialogId; readonly messageId: MessageId | null }
  /** The chat of a CRM entity, to be asked for by `im.chat.get`. */
  | { readonly kind: 'crm'; readonly entityType: 'CRM'; readonly entityId: string }
  | { readonly kind: 'chat-list' }

/** Options come as an object, as JSON text, as `[]` or as nothing. */
export function normaliseOptions(options: unknown): Readonly<Record<string, unknown>> {
  if (typeof options === 'string' && options !== '') {
    try {
      return normaliseOptions(JSON.parse(options))
    } catch {
      return {}
    }
  }
  return typeof options === 'object' && options !== null && !Array.isArray(options) ? (options as Record<string, unknown>) : {}
}

const text = (value: unknown): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)

const CRM_TAB = /^CRM_(DYNAMIC_\d+|[A-Z_]+)_DETAIL_TAB$/

/** Where to go from a placement and its options. */
export function placementTarget(placement: string, options: unknown): PlacementTarget {
  const given = normaliseOptions(options)
  const dialogId = parseDialogId(text(given['dialogId']) ?? text(given['DIALOG_ID']))
  if (dialogId) return { kind: 'dialog', dialogId, messageId: parseMessageId(text(given['messageId'])) }
  const entity = CRM_TAB.exec(placement)?.[1]
  const id = text(given['ID'])
  if (entity && id && /^\d+$/.test(id)) return { kind: 'crm', entityType: 'CRM', entityId: `${entity}|${id}` }
  return { kind: 'chat-list' }
}
