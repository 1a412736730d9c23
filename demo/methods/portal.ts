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

const placements = [
  'DEFAULT',
  'IM_TEXTAREA',
  'IM_SIDEBAR',
  'IM_CONTEXT_MENU',
  'IM_NAVIGATION',
  'REST_APP_URI',
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
]
const iconWanted = new Set(['IM_TEXTAREA', 'IM_SIDEBAR', 'IM_NAVIGATION'])
const bound = new Map<string, Record<string, unknown>>()

function appOnly(context: MethodContext): void {
  if (context.by === 'webhook') throw new PortalFailure(403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method')
}

export const placementList = (): unknown => placements

export function placementBind(params: Params, context: MethodContext): unknown {
  appOnly(context)
  const placement = textOf(params['PLACEMENT'])
  const handler = textOf(params['HANDLER'])
  if (!placements.includes(placement)) throw new PortalFailure(400, 'ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
  if (!/^https?:\/\//.test(handler)) throw new PortalFailure(400, 'ERROR_ARGUMENT', "Argument 'HANDLER' is null or empty")
  const options = params['OPTIONS']
  const icon = typeof options === 'object' && options !== null ? (options as Params)['iconName'] : undefined
  if (iconWanted.has(placement) && !icon) throw new PortalFailure(400, 'ERROR_ARGUMENT', "Argument 'iconName' is null or empty")
  const key = `${context.session.secret} ${placement} ${handler}`
  if (bound.has(key)) throw new PortalFailure(400, 'ERROR_CORE', 'Unable to set placement handler: Handler already bound')
  bound.set(key, {
    placement,
    userId: 0,
    handler,
    title: textOf(params['TITLE']),
    options: options ?? [],
    description: textOf(params['DESCRIPTION']),
    langAll: [],
  })
  return true
}

export function placementUnbind(params: Params, context: MethodContext): unknown {
  appOnly(context)
  let count = 0
  for (const [key, entry] of bound) {
    const fits = entry['placement'] === params['PLACEMENT'] && (params['HANDLER'] === undefined || entry['handler'] === params['HANDLER'])
    if (fits && key.startsWith(`${context.session.secret} `)) {
      bound.delete(key)
      count++
    }
  }
  return { count }
}

export function placementGet(_: Params, context: MethodContext): unknown {
  appOnly(context)
  return [...bound].flatMap(([key, entry]) => (key.startsWith(`${context.session.secret} `) ? [entry] : []))
}
