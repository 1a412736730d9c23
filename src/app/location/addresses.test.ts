import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatLocation, parseLocation, pathOnHost } from './location-codec.ts'
import { parseDialogId, parseMessageId } from '~/domain/ids'
import { lineEntityOf, placementTarget } from '~/domain/portal/placement'
import { decodePlacementOptions } from '~/rest/decode/decode-placement'
import { parseWebhook } from '~/domain/portal/webhook'

describe('a webhook', () => {
  it('is cut to its base, with or without a method at its end', () => {
    for (const end of ['', '/', '/profile', '/profile.json', '/im.dialog.messages.get.json']) {
      expect(parseWebhook(` https://acme.bitrix24.com/rest/12/abc123def${end} `)).toEqual({
        url: 'https://acme.bitrix24.com/rest/12/abc123def/',
        origin: 'https://acme.bitrix24.com',
        userId: 12,
      })
    }
  })
  it('by plain http is taken only for this machine', () => {
    expect(parseWebhook('http://acme.bitrix24.com/rest/1/abc/')).toBe('not-https')
    for (const host of ['localhost:4174', '127.0.0.1', '[::1]:80']) expect(typeof parseWebhook(`http://${host}/rest/1/abc/`)).toBe('object')
  })
  it.each([
    ['', 'empty'],
    ['acme', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['https://acme.example/', 'not-a-webhook'],
    ['https://acme.example/rest/x/abc/', 'not-a-webhook'],
  ])('“%s” is refused: %s', (text, problem) => {
    expect(parseWebhook(text)).toBe(problem)
  })
  it('of any text gives an answer and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => void parseWebhook(text)))
  })
})

describe('dialog and message ids', () => {
  it.each(['chat1', 'CHAT1489', 'sg5', 'crm7', '547', 'IMOL|41'])('%s names a dialog', (text) =>
    expect(parseDialogId(text)).toBe(text.toLowerCase()),
  )
  it.each(['', '0', 'imol|x', 'imol|livechat|1|2|3', 'imol|', 'notify', 'chat', '-1', 'chat1/2', null, undefined])(
    '%s names none',
    (text) => expect(parseDialogId(text)).toBeNull(),
  )
  it.each(['0', '-5', '1.5', 'x', '', '99999999999999999999'])('%s is no message', (text) => expect(parseMessageId(text)).toBeNull())
})

describe('the address of the app', () => {
  it('keeps what it does not know, and says a dialog and a message', () => {
    expect(formatLocation('?demo&lang=ru', { dialogId: parseDialogId('chat20'), messageId: parseMessageId('84877') })).toBe(
      '?demo&lang=ru&dialog=chat20&message=84877',
    )
    expect(formatLocation('?dialog=chat20&message=5&APP_SID=x', { dialogId: null })).toBe('?APP_SID=x')
  })
  it('says a day in place of the message at which it begins', () => {
    const to = { dialogId: parseDialogId('chat20'), messageId: parseMessageId('84877'), day: '2024-03-12' }
    expect(formatLocation('?date=2020-01-01&message=1', to)).toBe('?dialog=chat20&date=2024-03-12')
    expect(parseLocation('?dialog=chat20&date=2024-03-12')).toMatchObject({ messageId: null, day: '2024-03-12' })
    expect(parseLocation('?dialog=chat20&date=2024-03-12&message=5')).toMatchObject({ messageId: 5, day: null })
    expect(formatLocation('?date=2020-01-01', { dialogId: to.dialogId })).toBe('?dialog=chat20')
  })
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.option(fc.integer({ min: 1, max: 2 ** 40 })), (chat, id) => {
        const dialogId = parseDialogId(`chat${chat}`)
        const messageId = id === null ? null : parseMessageId(String(id))
        expect(parseLocation(formatLocation('', { dialogId, messageId }))).toEqual({ dialogId, badDialog: false, messageId, day: null })
      }),
    )
  })
})

it('open channels know leads, deals, companies and contacts', () => {
  const entityIn = (tab: string) => lineEntityOf(placementTarget(tab, { ID: '7' }))
  expect(entityIn('CRM_DEAL_DETAIL_TAB')).toEqual({ type: 'deal', id: '7' })
  expect(entityIn('CRM_CONTACT_DETAIL_TAB')).toEqual({ type: 'contact', id: '7' })
  for (const tab of ['CRM_DYNAMIC_128_DETAIL_TAB', 'CRM_SMART_INVOICE_DETAIL_TAB', 'IM_SIDEBAR']) expect(entityIn(tab)).toBeNull()
})

describe('the path of the page', () => {
  it.each([
    ['/', '/'],
    ['/app/', '/app/'],
    ['//evil.example/', '/evil.example/'],
    ['////evil.example', '/evil.example'],
  ])('%s never leads to another host', (pathname, path) => {
    expect(pathOnHost(pathname)).toBe(path)
    expect(new URL(`${pathOnHost(pathname)}?dialog=chat5`, 'https://here.example/').host).toBe('here.example')
  })
})

describe('a placement', () => {
  it.each([
    ['IM_SIDEBAR', { dialogId: 'chat1', URI: '/online/' }, { kind: 'dialog', dialogId: 'chat1', messageId: null }],
    ['IM_TEXTAREA', { dialogId: '547' }, { kind: 'dialog', dialogId: '547', messageId: null }],
    ['IM_CONTEXT_MENU', { dialogId: 'chat4339', messageId: '38507' }, { kind: 'dialog', dialogId: 'chat4339', messageId: 38_507 }],
    ['IM_CONTEXT_MENU', '{"dialogId":"chat4339","messageId":"38507"}', { kind: 'dialog', dialogId: 'chat4339', messageId: 38_507 }],
    ['IM_NAVIGATION', { URI: '/' }, { kind: 'chat-list' }],
    ['DEFAULT', [], { kind: 'chat-list' }],
    ['DEFAULT', '', { kind: 'chat-list' }],
    ['DEFAULT', undefined, { kind: 'chat-list' }],
    ['DEFAULT', '{broken', { kind: 'chat-list' }],
    ['CRM_DEAL_DETAIL_TAB', { ID: '8061' }, { kind: 'crm', entityType: 'CRM', entityId: 'DEAL|8061' }],
    ['CRM_SMART_INVOICE_DETAIL_TAB', { ID: 5 }, { kind: 'crm', entityType: 'CRM', entityId: 'SMART_INVOICE|5' }],
    ['CRM_DYNAMIC_128_DETAIL_TAB', { ID: '3' }, { kind: 'crm', entityType: 'CRM', entityId: 'DYNAMIC_128|3' }],
    ['IM_SIDEBAR', { dialogId: 'imol|livechat|1|2|3' }, { kind: 'open-line', code: 'livechat|1|2|3' }],
    ['IM_SIDEBAR', { dialogId: 'imol|41' }, { kind: 'dialog', dialogId: 'imol|41', messageId: null }],
    ['IM_SIDEBAR', { dialogId: 'imol|' }, { kind: 'chat-list' }],
  ])('%s with %j leads to %j', (placement, given, target) =>
    expect(placementTarget(placement, decodePlacementOptions(given))).toEqual(target),
  )
})
