import { parseDialogId, parseMessageId, type DialogId, type MessageId } from '../ids.ts'

/** What a placement opened the app for; `docs/bitrix24/placement.md` §1. */
export type PlacementTarget =
  | { readonly kind: 'dialog'; readonly dialogId: DialogId; readonly messageId: MessageId | null }
  /** The chat of a CRM entity, to be looked up with `im.chat.get`. */
  | { readonly kind: 'crm'; readonly entityType: 'CRM'; readonly entityId: string }
  /** The tab of a CRM entity that the portal does not name. */
  | { readonly kind: 'crm-nameless' }
  | { readonly kind: 'chat-list' }

/** `ENTITY_ID` is made of CRM's own name of the type, which is what the placement is named after as well. */
const CRM_TAB = /^CRM_(DYNAMIC_\d+|[A-Z_]+)_DETAIL_TAB$/

/** By their names in any spelling: the portal's own are `dialogId` and `ID`, but links into the app (`REST_APP_URI`) are written by people. */
function optionsByName(options: Readonly<Record<string, string>>): (...names: readonly string[]) => string | undefined {
  const values = new Map(Object.entries(options).map(([name, value]) => [name.toLowerCase().replaceAll('_', ''), value]))
  return (...names) => names.map((name) => values.get(name)).find(Boolean)
}

/** Where to go from a placement and its options. */
export function placementTarget(placement: string, options: Readonly<Record<string, string>>): PlacementTarget {
  const optionOf = optionsByName(options)
  const dialogId = parseDialogId(optionOf('dialogid', 'dialog'))
  if (dialogId) return { kind: 'dialog', dialogId, messageId: parseMessageId(optionOf('messageid', 'message')) }
  const entity = CRM_TAB.exec(placement)?.[1]
  if (!entity) return { kind: 'chat-list' }
  const id = optionOf('id')?.trim() ?? ''
  return /^[1-9]\d*$/.test(id) ? { kind: 'crm', entityType: 'CRM', entityId: `${entity}|${id}` } : { kind: 'crm-nameless' }
}

/** Below this, a frame is so low that the portal is asked for more, px; and what for. */
const LOW = 560
const WANTED = 720

/**
 * The height to ask the portal for; null where it is enough, and in the messenger, whose frames have an area of their own
 * (`docs/bitrix24/placement.md` §4.3).
 */
export const wantedHeight = (placement: string, height: number): number | null =>
  height < LOW && (placement === 'DEFAULT' || CRM_TAB.test(placement)) ? WANTED : null
