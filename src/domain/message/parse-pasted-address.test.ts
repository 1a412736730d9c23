import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DialogId, MessageId } from '../ids.ts'
import { messageAddress } from './message-address.ts'
import { parseMessageNumber, parsePastedAddress } from './parse-pasted-address.ts'

const hosts = { portal: 'https://company.bitrix24.com', app: 'https://reader.example:8443' }
const parse = (text: string) => parsePastedAddress(text, hosts)
const place = (dialogId: string, messageId: number | null = null, day: string | null = null) => ({
  kind: 'place',
  dialogId,
  messageId,
  day,
})

it.each([
  ['https://company.bitrix24.com/online/?IM_DIALOG=chat123&IM_MESSAGE=456', place('chat123', 456)],
  ['https://company.bitrix24.com/online/?im_dialog=547', place('547')],
  ['https://company.bitrix24.com/online/?IM_HISTORY=chat9', place('chat9')],
  ['https://company.bitrix24.com/online/?IM_HISTORY=imol|41', place('imol|41')],
  ['https://reader.example:8443/?dialog=imol%7C41&message=5', place('imol|41', 5)],
  ['https://company.bitrix24.com/online/?IM_COPILOT=chat9&IM_MESSAGE=7', place('chat9', 7)],
  ['https://company.bitrix24.com/online/?IM_COLLAB=sg14', place('sg14')],
  ['https://company.bitrix24.com/online/chat123/', place('chat123')],
  ['https://company.bitrix24.com/online/chat123/?IM_MESSAGE=5', place('chat123', 5)],
  ['https://company.bitrix24.com/company/personal/user/503/', place('503')],
  ['https://company.bitrix24.com/company/personal/messages/chat/503/', place('503')],
  ['http://company.bitrix24.com/online/?IM_DIALOG=chat1', place('chat1')],
  ['company.bitrix24.com/online/?IM_DIALOG=chat1&IM_MESSAGE=2', place('chat1', 2)],
  ['  <https://company.bitrix24.com/online/?IM_DIALOG=chat1&IM_MESSAGE=2>. ', place('chat1', 2)],
  ['https://reader.example:8443/?dialog=chat20&message=84877', place('chat20', 84877)],
  ['https://reader.example:8443/app/?lang=ru&dialog=chat20&date=2024-03-02', place('chat20', null, '2024-03-02')],
  ['https://reader.example:8443/?dialog=chat20&message=5&date=2024-03-02', place('chat20', 5)],
])('%s leads to its place', (text, expected) => {
  expect(parse(text)).toEqual(expected)
})

it.each([
  'https://other.bitrix24.ru/online/?IM_DIALOG=chat123&IM_MESSAGE=456',
  'other.bitrix24.ru/online/chat5/',
  'https://other.bitrix24.ru/online/?IM_HISTORY=chat1',
])('%s is told to be of another portal', (text) => {
  expect(parse(text)).toEqual({ kind: 'foreign', host: 'other.bitrix24.ru' })
})

it.each([
  'budget',
  '',
  'a b/c',
  'https://example.com/',
  'https://company.bitrix24.com/crm/deal/details/5/',
  'https://company.bitrix24.com/online/',
  'https://company.bitrix24.com/online/?IM_DIALOG=imol|x',
  'https://reader.example:8443/?message=5',
  'https://reader.example:8443/?dialog=notify',
  'javascript:alert(1)//company.bitrix24.com/online/?IM_DIALOG=chat1',
  'see https://company.bitrix24.com/online/?IM_DIALOG=chat1',
  'has:link',
])('%j is no address of a chat, and can be looked for', (text) => {
  expect(parse(text)).toBeNull()
})

it('whatever is pasted is read, and what the app copies is read again', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => void parse(text)))
  fc.assert(
    fc.property(fc.constantFrom('chat7', 'sg3', '547', 'imol|41'), fc.integer({ min: 1 }), (dialogId, id) => {
      const address = messageAddress(hosts.portal, dialogId as DialogId, id as MessageId)
      expect(parse(address)).toEqual(place(dialogId, id))
    }),
  )
})

it('the number of a message is read in each way of writing it', () => {
  for (const text of ['#84877', '# 84877', '№84877', '№ 84877', 'id:84877', 'ID: 84877 ']) expect(parseMessageNumber(text)).toBe(84877)
  for (const text of ['84877', '#', '#0', '#12a', 'id:', 'budget #5']) expect(parseMessageNumber(text)).toBeNull()
})
