import { parseDialogId, parseMessageId, type DialogId, type MessageId } from '../ids.ts'

/** What a placement opened the app for; `docs/bitrix24/placement.md` §1. */
export type PlacementTarget =
  | { readonly kind: 'dialog'; readonly dialogId: DialogId; readonly messageId: MessageId | null }
  /** The chat of a CRM entity, to be looked up with `im.chat.get`. */
  | { readonly kind: 'crm'; readonly entityType: 'CRM'; readonly entityId: string }
  | { readonly kind: 'chat-list' }

const CRM_TAB = /^CRM_(DYNAMIC_\d+|[A-Z_]+)_DETAIL_TAB$/

/** Where to go from a placement and its options. */
export function placementTarget(placement: string, options: Readonly<Record<string, string>>): PlacementTarget {
  const dialogId = parseDialogId(options['dialogId'] ?? options['DIALOG_ID'])
  if (dialogId) return { kind: 'dialog', dialogId, messageId: parseMessageId(options['messageId']) }
  const entity = CRM_TAB.exec(placement)?.[1]
  const id = options['ID']
  if (entity && id && /^\d+$/.test(id)) return { kind: 'crm', entityType: 'CRM', entityId: `${entity}|${id}` }
  return { kind: 'chat-list' }
}
