import { expect, it } from 'vitest'
import { messengerPlace, portalPath } from './portal-path.ts'

const PORTAL = 'https://acme.bitrix24.com'

it.each([
  '/company/personal/user/5/',
  '/company/personal/user/5/tasks/?tab=done#list',
  '/crm/deal/details/8061/',
  '/crm/lead/details/1/',
  '/crm/contact/details/1/',
  '/crm/company/details/1/',
  '/crm/type/131/details/7/',
  '/workgroups/group/12/',
  '/marketplace/detail/app/',
])('%s of the portal is shown by its own window', (path) => expect(portalPath(`${PORTAL}${path}`, PORTAL)).toBe(path))

it.each([
  `${PORTAL}/online/?IM_DIALOG=chat5`,
  `${PORTAL}/company/personal/user/`,
  `${PORTAL}/company/personal/user/me/`,
  `${PORTAL}/crm/deals/1/`,
  `${PORTAL}//crm/deal/details/1/`,
  `${PORTAL}/x/../crm`,
  'https://evil.example/crm/deal/details/1/',
  'https://acme.bitrix24.com.evil.example/crm/deal/details/1/',
  'https://acme.bitrix24.com:8443/crm/deal/details/1/',
  'https://admin:secret@acme.bitrix24.com/crm/deal/details/1/',
  'http://acme.bitrix24.com/crm/deal/details/1/',
  'javascript:alert(1)//crm/deal/',
  'mailto:somebody@acme.bitrix24.com',
  '',
])('“%s” is a matter of the browser', (address) => expect(portalPath(address, PORTAL)).toBeNull())

it.each([
  [`${PORTAL}/online/?IM_DIALOG=chat5&IM_MESSAGE=38507`, { dialogId: 'chat5', messageId: 38_507 }],
  [`${PORTAL}/online/?IM_DIALOG=547`, { dialogId: '547', messageId: null }],
  [`${PORTAL}/online/`, null],
  [`${PORTAL}/online/?IM_DIALOG=imol|5`, null],
  [`${PORTAL}/other/?IM_DIALOG=chat5`, null],
  ['https://evil.example/online/?IM_DIALOG=chat5', null],
  ['no address', null],
])('%s names for the messenger %j', (address, place) => expect(messengerPlace(address, PORTAL)).toEqual(place))
