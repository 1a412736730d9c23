import { OWNER_ID, userById } from '../people.ts'
import { textOf, type Params } from '../php.ts'
import { PortalFailure } from '../portal-error.ts'
import { portalDate } from '../wire.ts'
import type { MethodContext } from './context.ts'
import { scopesOf } from './scopes.ts'

export const profile = (): unknown => {
  const owner = userById(OWNER_ID)
  return {
    ID: String(OWNER_ID),
    ADMIN: true,
    NAME: owner?.['first_name'],
    LAST_NAME: owner?.['last_name'],
    PERSONAL_GENDER: 'M',
    TIME_ZONE: 'Europe/Moscow',
  }
}

export const scope = (params: Params, { session }: MethodContext): unknown =>
  params['FULL'] === 'true' || params['FULL'] === true ? [...new Set([...scopesOf(session), 'disk', 'task', 'user'])] : scopesOf(session)

export const serverTime = (_: Params, context: MethodContext): unknown => portalDate(context.now)

export function appInfo(_: Params, context: MethodContext): unknown {
  if (context.by === 'webhook') return { SCOPE: scopesOf(context.session), LICENSE: 'ru_selfhosted' }
  return {
    ID: 7,
    CODE: 'local.chat.history',
    VERSION: 1,
    STATUS: 'L',
    INSTALLED: true,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: 'en',
    LICENSE: 'ru_selfhosted',
  }
}

export const revisionGet = (): unknown => ({ rest: 32, web: 130, mobile: 22, desktop: 6, im_revision_mobile: 22 })

/** By the right that an app needs for them. */
const PLACEMENTS: Readonly<Record<string, readonly string[]>> = {
  '': ['DEFAULT', 'REST_APP_URI'],
  im: ['IM_TEXTAREA', 'IM_SIDEBAR', 'IM_CONTEXT_MENU', 'IM_NAVIGATION', 'IMMOBILE_CONTEXT_MENU'],
  crm: [
    'CRM_LEAD_DETAIL_TAB',
    'CRM_DEAL_DETAIL_TAB',
    'CRM_CONTACT_DETAIL_TAB',
    'CRM_COMPANY_DETAIL_TAB',
    'CRM_SMART_INVOICE_DETAIL_TAB',
    'CRM_DYNAMIC_131_DETAIL_TAB',
  ],
}
const ICON_WANTED: ReadonlySet<string> = new Set(['IM_TEXTAREA', 'IM_SIDEBAR', 'IM_NAVIGATION'])

const placementsFor = ({ session }: MethodContext): string[] => ['', ...scopesOf(session)].flatMap((right) => PLACEMENTS[right] ?? [])

/** `docs/bitrix24/placement.md` §7. */
function administratorOnly({ by, session }: MethodContext): void {
  if (by === 'webhook') throw new PortalFailure(403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method')
  if (session.settings.isAdmin === false) throw new PortalFailure(403, 'ACCESS_DENIED', 'Access denied!')
}

const keyOf = (placement: string, handler: string): string => `${placement} ${handler}`

export const placementList = (_: Params, context: MethodContext): unknown => placementsFor(context)

export function placementBind(params: Params, context: MethodContext): unknown {
  administratorOnly(context)
  const placement = textOf(params['PLACEMENT'])
  const handler = textOf(params['HANDLER'])
  if (!placementsFor(context).includes(placement)) throw new PortalFailure(400, 'ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
  if (!/^https?:\/\//.test(handler)) throw new PortalFailure(400, 'ERROR_ARGUMENT', "Argument 'HANDLER' is null or empty")
  const options = params['OPTIONS']
  const icon = typeof options === 'object' && options !== null ? (options as Params)['iconName'] : undefined
  if (ICON_WANTED.has(placement) && !icon) throw new PortalFailure(400, 'ERROR_ARGUMENT', "Argument 'iconName' is null or empty")
  const { bound } = context.session
  const key = keyOf(placement, handler)
  if (bound.has(key)) throw new PortalFailure(400, 'ERROR_CORE', 'Unable to set placement handler: Handler already bound')
  bound.set(key, {
    placement,
    userId: 0,
    handler,
    title: textOf(params['TITLE']),
    options: options ?? [],
    description: textOf(params['DESCRIPTION']),
    langAll: params['LANG_ALL'] ?? [],
  })
  return true
}

export function placementUnbind(params: Params, context: MethodContext): unknown {
  administratorOnly(context)
  const { bound } = context.session
  let count = 0
  for (const [key, { placement, handler }] of bound) {
    if (placement !== params['PLACEMENT'] || (params['HANDLER'] !== undefined && handler !== params['HANDLER'])) continue
    bound.delete(key)
    count++
  }
  return { count }
}

export function placementGet(_: Params, context: MethodContext): unknown {
  administratorOnly(context)
  return [...context.session.bound.values()]
}
