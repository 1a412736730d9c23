import { parseDialogId, parseMessageId, type DialogId, type MessageId } from '../ids.ts'

/** What a placement opened the app for; `docs/bitrix24/placement.md` §1. */
export type PlacementTarget =
  | { readonly kind: 'dialog'; readonly dialogId: DialogId; readonly messageId: MessageId | null }
  /** The chat of a CRM entity, to be looked up with `im.chat.get`. */
  | { readonly kind: 'crm'; readonly entityType: 'CRM'; readonly entityId: string }
  /** The tab of a CRM entity that the portal does not name. */
  | { readonly kind: 'crm-nameless' }
  /** A chat of an open channel, by the code of its client there: `connector|line|chat|user`. */
  | { readonly kind: 'open-line'; readonly code: string }
  | { readonly kind: 'chat-list' }

const OPEN_LINE = /^imol\|([^|]+\|.+)$/i
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
  const dialog = optionOf('dialogid', 'dialog')
  const dialogId = parseDialogId(dialog)
  if (dialogId) return { kind: 'dialog', dialogId, messageId: parseMessageId(optionOf('messageid', 'message')) }
  const code = OPEN_LINE.exec(dialog?.trim() ?? '')?.[1]
  if (code) return { kind: 'open-line', code }
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

/** What conversations of open channels may belong to. */
export interface LineEntity {
  readonly type: 'lead' | 'deal' | 'company' | 'contact'
  readonly id: string
}

/** The entity of a CRM tab, where open channels know its kind. */
export function lineEntityOf(target: PlacementTarget): LineEntity | null {
  const [, type, id] = (target.kind === 'crm' && /^(LEAD|DEAL|COMPANY|CONTACT)\|(\d+)$/.exec(target.entityId)) || []
  return type && id ? { type: type.toLowerCase() as LineEntity['type'], id } : null
}
