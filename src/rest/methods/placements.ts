import type { BoundHandler, InstallationFacts } from '~/domain/portal/installation'
import { placementTitles } from '~/domain/portal/placement-titles'
import type { BatchAnswer, RestClient } from '../client/client.ts'
import { entriesOf, listOf, phpMap, text } from '../decode/wire.ts'

/** Asked once: what has been bound is told by the portal afterwards, whatever became of the answer. */
const ONCE = { attempts: 1 } as const

/** The portal wants an icon for these; `docs/bitrix24/placement.md` §1. */
const WITH_ICON: ReadonlySet<string> = new Set(['IM_SIDEBAR', 'IM_TEXTAREA', 'IM_NAVIGATION'])

const resultOf = (answer: BatchAnswer | undefined): unknown => {
  if (answer?.ok) return answer.result
  throw answer?.error ?? new Error('A command has no answer')
}

const handlerOf = (wire: unknown): BoundHandler => {
  const map = phpMap(wire)
  return { placement: text(map['placement']), handler: text(map['handler']) }
}

/**
 * What the portal says of this application; `docs/bitrix24/rest.md` §6.7. Without the right to bind placements there are none to be had.
 * @throws {PortalError}
 */
export async function loadInstallation(client: RestClient): Promise<InstallationFacts> {
  const rights = listOf(await client.call('scope', {})).map(text)
  if (!rights.includes('placement')) return { rights, available: [], bound: [] }
  const answers = await client.batch({
    available: { method: 'placement.list', params: {} },
    bound: { method: 'placement.get', params: {} },
  })
  return {
    rights,
    available: listOf(resultOf(answers['available'])).map(text),
    bound: entriesOf(resultOf(answers['bound']))
      .map(handlerOf)
      .filter(({ placement }) => placement !== ''),
  }
}

/** Binds a placement to an address, with a title in each of the portal's languages. @throws {PortalError} */
export async function bindPlacement(client: RestClient, { placement, handler }: BoundHandler): Promise<void> {
  const titles = Object.entries(placementTitles).map(([language, title]) => [language, { TITLE: title }])
  const options = WITH_ICON.has(placement) ? { OPTIONS: { iconName: 'fa-clock' } } : {}
  await client.call(
    'placement.bind',
    { PLACEMENT: placement, HANDLER: handler, TITLE: placementTitles['en'], LANG_ALL: Object.fromEntries(titles), ...options },
    ONCE,
  )
}

/** @throws {PortalError} */
export async function unbindPlacement(client: RestClient, { placement, handler }: BoundHandler): Promise<void> {
  await client.call('placement.unbind', { PLACEMENT: placement, HANDLER: handler }, ONCE)
}
