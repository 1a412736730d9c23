import { describe, expect, it } from 'vitest'
import { placementTarget } from '~/domain/portal/placement'
import { decodePlacementOptions } from './decode-placement.ts'

/** Every form in which portals send options, or none. */
const FORMS: readonly [string, (options: Readonly<Record<string, unknown>>) => unknown][] = [
  ['an object', (options) => options],
  ['JSON text', (options) => JSON.stringify(options)],
]
const NOTHING: readonly unknown[] = [
  undefined,
  null,
  '',
  '[]',
  '{}',
  [],
  {},
  'no JSON',
  '{"dialogId":',
  '"chat1"',
  '7',
  7,
  true,
  [1, 'chat1'],
]

const ENTITIES = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'SMART_INVOICE', 'ORDER', 'DYNAMIC_131', 'DYNAMIC_1042']
const MESSENGER = ['IM_SIDEBAR', 'IM_TEXTAREA', 'IM_CONTEXT_MENU', 'IMMOBILE_CONTEXT_MENU']
const PAGES = ['DEFAULT', 'REST_APP_URI', 'IM_NAVIGATION']

const URI = '/online/'
const OPENED: readonly (readonly [string, Readonly<Record<string, unknown>>, unknown])[] = [
  ...MESSENGER.map(
    (placement) => [placement, { dialogId: 'chat4339', URI }, { kind: 'dialog', dialogId: 'chat4339', messageId: null }] as const,
  ),
  ...MESSENGER.map((placement) => [placement, { dialogId: '547' }, { kind: 'dialog', dialogId: '547', messageId: null }] as const),
  ...['IM_CONTEXT_MENU', 'IMMOBILE_CONTEXT_MENU'].map(
    (placement) =>
      [placement, { messageId: '38507', dialogId: 'chat4339' }, { kind: 'dialog', dialogId: 'chat4339', messageId: 38_507 }] as const,
  ),
  ['IM_CONTEXT_MENU', { messageId: 38_507, dialogId: 547, URI }, { kind: 'dialog', dialogId: '547', messageId: 38_507 }],
  ['IM_SIDEBAR', { dialogId: ' SG12 ', messageId: '0' }, { kind: 'dialog', dialogId: 'sg12', messageId: null }],
  // A link of the portal into the app, as somebody wrote it; and the app's own page, opened with such a one.
  ...['REST_APP_URI', 'DEFAULT'].flatMap((placement) =>
    [
      { dialogId: 'chat5', messageId: '77' },
      { DIALOG_ID: 'chat5', MESSAGE_ID: '77' },
      { dialog: 'chat5', message: '77', URI },
    ].map((options) => [placement, options, { kind: 'dialog', dialogId: 'chat5', messageId: 77 }] as const),
  ),
  ...ENTITIES.map(
    (entity) =>
      [`CRM_${entity}_DETAIL_TAB`, { ID: '8061', URI: '/crm/' }, { kind: 'crm', entityType: 'CRM', entityId: `${entity}|8061` }] as const,
  ),
  ['CRM_DEAL_DETAIL_TAB', { ID: 8061 }, { kind: 'crm', entityType: 'CRM', entityId: 'DEAL|8061' }],
]

describe('a placement opens', () => {
  for (const [form, given] of FORMS)
    it.each(OPENED)(`by ${form}: %s with %j → %j`, (placement, options, target) =>
      expect(placementTarget(placement, decodePlacementOptions(given(options)))).toEqual(target),
    )

  it.each([...MESSENGER, ...PAGES, 'SOMETHING_NEW', ''])('%s without anything said: the list of chats', (placement) => {
    for (const options of NOTHING) expect(placementTarget(placement, decodePlacementOptions(options))).toEqual({ kind: 'chat-list' })
    expect(placementTarget(placement, { URI, ID: '8061' })).toEqual({ kind: 'chat-list' })
  })

  it.each(ENTITIES.map((entity) => `CRM_${entity}_DETAIL_TAB`))('%s whose item is not named: a word about that', (placement) => {
    for (const options of [...NOTHING, { ID: '' }, { ID: '0' }, { ID: 'x' }, { ID: '8061|1' }, { ID: [] }])
      expect(placementTarget(placement, decodePlacementOptions(options))).toEqual({ kind: 'crm-nameless' })
  })
})
