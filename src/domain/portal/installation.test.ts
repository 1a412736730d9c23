import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingRights, placementRows, type InstallationFacts } from './installation.ts'

const HANDLER = 'https://app.example/history/'
const IM = ['IM_SIDEBAR', 'IM_CONTEXT_MENU', 'IM_TEXTAREA', 'IM_NAVIGATION']
const CRM = ['CRM_DEAL_DETAIL_TAB', 'CRM_LEAD_DETAIL_TAB', 'CRM_CONTACT_DETAIL_TAB', 'CRM_COMPANY_DETAIL_TAB']

const facts = (given: Partial<InstallationFacts> = {}): InstallationFacts => ({
  rights: ['im', 'placement', 'crm'],
  available: [...IM, ...CRM],
  bound: [],
  ...given,
})
const rowOf = (given: InstallationFacts, placement: string) => placementRows(given, HANDLER).find((row) => row.placement === placement)

describe('where the app can be', () => {
  it('is free everywhere before it has been anywhere', () => {
    expect(placementRows(facts(), HANDLER).map(({ placement, state }) => [placement, state])).toEqual(
      [...IM, ...CRM].map((placement) => [placement, 'free']),
    )
  })

  it('is bound where its own address is, by whichever of its names', () => {
    const bound = [
      { placement: 'IM_SIDEBAR', handler: HANDLER },
      { placement: 'IM_TEXTAREA', handler: `${HANDLER}index.html` },
    ]
    expect(rowOf(facts({ bound }), 'IM_SIDEBAR')).toMatchObject({ state: 'bound', stale: [] })
    expect(rowOf(facts({ bound }), 'IM_TEXTAREA')).toMatchObject({ state: 'bound', stale: [] })
  })

  it('is broken where a former address is, even beside its own', () => {
    const old = { placement: 'IM_SIDEBAR', handler: 'https://old.example/' }
    expect(rowOf(facts({ bound: [old] }), 'IM_SIDEBAR')).toMatchObject({ state: 'broken', stale: [old.handler], isBoundHere: false })
    const both = [old, { placement: 'IM_SIDEBAR', handler: HANDLER }]
    expect(rowOf(facts({ bound: both }), 'IM_SIDEBAR')).toMatchObject({ state: 'broken', stale: [old.handler], isBoundHere: true })
  })

  it('is refused where the portal has no such place, and says which right is missing, if that is why', () => {
    const withoutCrm = facts({ rights: ['im', 'placement'], available: IM })
    expect(rowOf(withoutCrm, 'CRM_DEAL_DETAIL_TAB')).toMatchObject({ state: 'refused', missing: 'crm' })
    expect(rowOf(facts({ available: CRM }), 'IM_SIDEBAR')).toMatchObject({ state: 'refused', missing: null })
  })

  it('shows places that few portals have only where they are, smart processes in the order of their numbers', () => {
    const available = [
      ...IM,
      'CRM_DYNAMIC_1031_DETAIL_TAB',
      'CRM_DYNAMIC_131_DETAIL_TAB',
      'IMMOBILE_CONTEXT_MENU',
      'CRM_ORDER_DETAIL_TAB',
      'TASK_VIEW_TAB',
    ]
    const rows = placementRows(facts({ available }), HANDLER)
    expect(rows.filter(({ kind }) => kind === 'smart-process').map(({ processId }) => processId)).toEqual([131, 1031])
    expect(rows.map(({ placement }) => placement)).toContain('IMMOBILE_CONTEXT_MENU')
    expect(rows.find(({ kind }) => kind === 'order')).toMatchObject({ placement: 'CRM_ORDER_DETAIL_TAB', state: 'free' })
    expect(rows.map(({ placement }) => placement)).not.toContain('TASK_VIEW_TAB')
  })

  it('each place is one row, whatever the portal says', () => {
    const placement = fc.constantFrom(...IM, ...CRM, 'CRM_DYNAMIC_131_DETAIL_TAB', 'DEFAULT', '')
    const bound = fc.record({ placement, handler: fc.constantFrom(HANDLER, 'https://old.example/', '') })
    fc.assert(
      fc.property(fc.array(placement), fc.array(bound), (available, handlers) => {
        const rows = placementRows(facts({ available, bound: handlers }), HANDLER)
        expect(new Set(rows.map((row) => row.placement)).size).toBe(rows.length)
        for (const row of rows) {
          const own = handlers.filter((one) => one.placement === row.placement)
          expect(row.state === 'bound' || row.state === 'broken').toBe(own.length > 0)
          expect(row.stale.length + own.filter(({ handler }) => handler === HANDLER).length).toBe(own.length)
        }
      }),
    )
  })
})

it('rights that are missing are named in the order of their weight', () => {
  expect(missingRights({ rights: [] })).toEqual(['im', 'placement', 'crm'])
  expect(missingRights({ rights: ['crm', 'im', 'placement'] })).toEqual([])
})
