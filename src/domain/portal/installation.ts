/** A place of the portal that the app can be opened from; `docs/bitrix24/placement.md` §1. */
export type PlaceKind =
  | 'sidebar'
  | 'message-menu'
  | 'text-area'
  | 'navigation'
  | 'mobile-message-menu'
  | 'deal'
  | 'lead'
  | 'contact'
  | 'company'
  | 'quote'
  | 'order'
  | 'invoice'
  | 'smart-process'

interface Place {
  readonly placement: string
  readonly kind: PlaceKind
  /** Shown even where the portal does not have it: so that somebody who misses it learns why. */
  readonly isUsual: boolean
}

const place = (placement: string, kind: PlaceKind, isUsual = true): Place => ({ placement, kind, isUsual })

const PLACES: readonly Place[] = [
  place('IM_SIDEBAR', 'sidebar'),
  place('IM_CONTEXT_MENU', 'message-menu'),
  place('IM_TEXTAREA', 'text-area'),
  place('IM_NAVIGATION', 'navigation'),
  place('IMMOBILE_CONTEXT_MENU', 'mobile-message-menu', false),
  place('CRM_DEAL_DETAIL_TAB', 'deal'),
  place('CRM_LEAD_DETAIL_TAB', 'lead'),
  place('CRM_CONTACT_DETAIL_TAB', 'contact'),
  place('CRM_COMPANY_DETAIL_TAB', 'company'),
  place('CRM_QUOTE_DETAIL_TAB', 'quote', false),
  place('CRM_SMART_INVOICE_DETAIL_TAB', 'invoice', false),
  place('CRM_ORDER_DETAIL_TAB', 'order', false),
]

const SMART_PROCESS = /^CRM_DYNAMIC_(\d+)_DETAIL_TAB$/

/** A right of an application that something here depends on. */
export type Right = 'im' | 'placement' | 'crm'

/** The right without which a portal does not have a placement. */
export const rightOf = (placement: string): Right => (placement.startsWith('CRM_') ? 'crm' : 'im')

/** An address that a placement opens. */
export interface BoundHandler {
  readonly placement: string
  readonly handler: string
}

/** What a portal says of an application. */
export interface InstallationFacts {
  readonly rights: readonly string[]
  /** Placements that the portal has for it. */
  readonly available: readonly string[]
  /** Those that open it, wherever it was hosted when they were bound. */
  readonly bound: readonly BoundHandler[]
}

/** `free`: not bound; `bound`: to this address; `broken`: to another one as well or instead; `refused`: not to be had. */
export type PlacementState = 'free' | 'bound' | 'broken' | 'refused'

export interface PlacementRow {
  readonly placement: string
  readonly kind: PlaceKind
  /** Of a smart process: which one; null for others. */
  readonly processId: number | null
  readonly state: PlacementState
  /** Addresses that are to be taken away. */
  readonly stale: readonly string[]
  readonly isBoundHere: boolean
  /** The right that is missing, where that is why it is refused. */
  readonly missing: Right | null
}

/** A folder and the page in it are one address. */
const withoutPage = (handler: string): string => handler.replace(/\/index\.html$/, '/')

const placesOf = ({ available, bound }: InstallationFacts): Place[] => {
  const known = new Set([...available, ...bound.map(({ placement }) => placement)])
  const processes = [...known]
    .filter((placement) => SMART_PROCESS.test(placement))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return [
    ...PLACES.filter(({ placement, isUsual }) => isUsual || known.has(placement)),
    ...processes.map((placement) => place(placement, 'smart-process', false)),
  ]
}

/** Where an application can be, and where it is. @param handler the address that it is opened at */
export function placementRows(facts: InstallationFacts, handler: string): PlacementRow[] {
  const available = new Set(facts.available)
  const rights = new Set(facts.rights)
  return placesOf(facts).map(({ placement, kind }) => {
    const handlers = facts.bound.filter((one) => one.placement === placement).map((one) => one.handler)
    const stale = handlers.filter((one) => withoutPage(one) !== withoutPage(handler))
    const isBoundHere = stale.length < handlers.length
    const right = rightOf(placement)
    const processId = SMART_PROCESS.exec(placement)?.[1]
    return {
      placement,
      kind,
      processId: processId === undefined ? null : Number(processId),
      state: stale.length > 0 ? 'broken' : isBoundHere ? 'bound' : available.has(placement) ? 'free' : 'refused',
      stale,
      isBoundHere,
      missing: !available.has(placement) && !rights.has(right) ? right : null,
    }
  })
}

/** Rights that the application lacks, of those that something here depends on. */
export const missingRights = ({ rights }: Pick<InstallationFacts, 'rights'>): Right[] =>
  (['im', 'placement', 'crm'] as const).filter((right) => !rights.includes(right))
