import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dayAt, timeAt } from '~/lib/time/clock'
import { PortalError } from '~/domain/portal/portal-error'
import { decodeFile } from './decode-file.ts'
import { decodeMessage } from './decode-message.ts'
import { decodeMessagePage } from './decode-message-page.ts'
import { decodeUser } from './decode-user.ts'
import { portalErrorOf, readEnvelope } from '../client/envelope.ts'
import { batchCommand, formBody } from '../client/form-body.ts'
import { samples } from '~/testing/samples'

const PORTAL = 'https://acme.example'
const data = (name: string) => readFileSync(new URL(`../../../demo/data/${name}`, import.meta.url), 'utf8')
const good = { id: 5, chat_id: 1, author_id: 7, date: '2026-03-04T09:43:26+02:00', text: 'hello', params: [] }

describe('a page of messages', () => {
  it('of the documentation is read with its users and files', () => {
    const page = decodeMessagePage((JSON.parse(data('documented-example.json')) as { result: unknown }).result, PORTAL)
    expect(page.messages.map(({ id, kind }) => [id, kind])).toEqual([
      [84_869, 'system'],
      [84_875, 'message'],
      [84_877, 'message'],
    ])
    expect(page.users.map(({ name }) => name)).toEqual(['John Smith', 'Anna Johnson'])
    expect(page.files[0]).toMatchObject({ id: 5_255, kind: 'image', size: { width: 72, height: 61 } })
    expect(page.messages[2]).toMatchObject({ likes: [547], sentAt: Date.parse('2026-03-04T07:43:26Z') })
  })

  it('keeps all 256 samples', () => {
    const messages = samples.map(({ message }) => message)
    const page = decodeMessagePage({ chat_id: 1489, messages, users: [], files: [] }, PORTAL)
    expect(page.messages).toHaveLength(256)
    expect(page.messages.filter(({ kind }) => kind === 'unknown')).toEqual([])
    expect(page.lost).toBe(0)
  })

  it('is never lost for one bad record, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 5 }), (bad) => {
        const page = decodeMessagePage({ messages: [...bad, good], users: bad, files: bad }, PORTAL)
        expect(
          page.messages.some((message) => message.kind === 'message' && message.text === 'hello') ||
            bad.some((record) => Number((record as { id?: unknown } | null)?.id) === 5),
        ).toBe(true)
        expect(page.received).toBe(bad.length + 1)
      }),
    )
  })

  it('keeps a place for a record that has an id and cannot be read, and counts those without', () => {
    const page = decodeMessagePage({ messages: [good, { ...good, id: 6, text: { nested: true } }, { text: 'no id' }] }, PORTAL)
    expect(page.messages.map(({ id, kind }) => [id, kind])).toEqual([
      [5, 'message'],
      [6, 'unknown'],
    ])
    expect(page.lost).toBe(1)
  })

  it('is ascending by id, whatever the order and the dates', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Array.from({ length: 30 }, (_, n) => n + 1)), (ids) => {
        const { messages } = decodeMessagePage({ messages: ids.map((id) => ({ ...good, id })) }, PORTAL)
        expect(messages.map(({ id }) => id as number)).toEqual(ids.toSorted((a, b) => a - b))
      }),
    )
  })

  it.each([[{}], ['text'], [[]], [{ messages: 'x' }]])('%j is no page', (answer) =>
    expect(() => decodeMessagePage(answer, PORTAL)).toThrow(PortalError),
  )
})

describe('a message', () => {
  it.each([['Y'], [true], [1], [['Y']], ['true']])('is deleted by %j', (value) =>
    expect(decodeMessage({ ...good, params: { IS_DELETED: value } }, PORTAL)).toMatchObject({ deleted: true }),
  )
  it.each([['N'], [false], [0], [[]], [undefined]])('is not deleted by %j', (value) =>
    expect(decodeMessage({ ...good, params: { IS_DELETED: value } }, PORTAL)).toMatchObject({ deleted: false }),
  )
  it.each([[[1, 2]], [['1', '2']], [{ 0: 1, 1: '2' }], [[1, 2, 2, 'x', null]]])('has the likes 1 and 2 from %j', (value) =>
    expect(decodeMessage({ ...good, params: { LIKE: value } }, PORTAL)).toMatchObject({ likes: [1, 2] }),
  )
  it('is shown under another name, decoded, when a bot says so', () =>
    expect(decodeMessage({ ...good, params: { NAME: 'Sales &amp; more' } }, PORTAL)).toMatchObject({ shownAs: { name: 'Sales & more' } }))
  it('has text from a number, and no broken characters', () => {
    expect(decodeMessage({ ...good, text: 12_345 }, PORTAL)).toMatchObject({ text: '12345' })
    expect(decodeMessage({ ...good, text: 'a\ud800b' }, PORTAL)).toMatchObject({ text: 'a\ufffdb' })
  })
})

describe('users and files', () => {
  it('without an id are left out', () => {
    for (const value of [null, {}, { id: null }, { id: 0 }, { last_activity_date: false }]) expect(decodeUser(value, PORTAL)).toBeNull()
    expect(decodeFile({ name: 'x' }, PORTAL)).toBeNull()
  })
  it('have addresses that are absolute and http, or none', () => {
    expect(decodeUser({ id: 1, name: 'A', avatar: '/upload/a.png' }, PORTAL)?.avatarUrl).toBe('https://acme.example/upload/a.png')
    for (const avatar of ['', null, 'javascript:alert(1)', '/bitrix/js/im/images/blank.gif', 'data:text/html,x'])
      expect(decodeUser({ id: 1, name: 'A', avatar }, PORTAL)?.avatarUrl).toBeNull()
  })
  it('have an unknown size for `image: false`, and a vector image is a file', () => {
    expect(decodeFile({ id: 1, type: 'image', name: 'a.png', image: false }, PORTAL)).toMatchObject({ kind: 'image', size: null })
    expect(decodeFile({ id: 1, type: 'image', name: 'a.svg', image: { width: 1, height: 1 } }, PORTAL)).toMatchObject({ kind: 'file' })
  })
})

describe('the date of a message', () => {
  it('is read on the portal’s clock as the portal wrote it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -12 * 4, max: 14 * 4 }),
        (date, quarters) => {
          const minutes = quarters * 15
          const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19)
          const size = Math.abs(minutes)
          const zone = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')
          const message = decodeMessage({ ...good, date: `${local}${minutes < 0 ? '-' : '+'}${zone}` }, PORTAL)
          const [sentAt, offset] = [message?.sentAt ?? 0, message?.utcOffset ?? Number.NaN]
          expect(offset).toBe(minutes)
          expect(`${dayAt(sentAt, offset)}T${timeAt(sentAt, offset)}`).toBe(local)
        },
      ),
    )
  })
  it.each([
    ['2026-03-04T09:43:26+03:00', 180],
    ['2026-03-04T09:43:26-0330', -210],
    ['2026-03-04T09:43:26Z', 0],
    ['yesterday', null],
    [null, null],
  ])('%j says how far its clock is from UTC: %j minutes', (date, minutes) =>
    expect(decodeMessage({ ...good, date }, PORTAL)?.utcOffset).toBe(minutes),
  )
})

describe('a file', () => {
  const file = (more: Record<string, unknown>) => decodeFile({ id: 1, type: 'image', name: 'a.png', size: 100, ...more }, PORTAL)

  it.each([
    ['one version of a finished file', { status: 'upload', progress: -1 }, true, true],
    ['the same without a progress', { status: 'upload' }, true, true],
    ['a file that is done', { status: 'done', progress: 100 }, true, false],
    ['a file of an old portal', {}, true, false],
    ['an upload under way', { status: 'upload', progress: 40 }, false, false],
    ['an upload that has just begun', { status: 'upload', progress: '0' }, false, false],
    ['an upload without a byte', { status: 'upload', progress: -1, size: 0 }, false, false],
    ['the same with its size as text', { status: 'upload', progress: -1, size: '0' }, false, false],
  ])('may be opened or not: %s', (_, wire, uploaded, uploadUnsure) => expect(file(wire)).toMatchObject({ uploaded, uploadUnsure }))

  it('has numbers, also where they come as text', () => {
    expect(file({ image: { width: '800', height: '600' }, size: '2048' })).toMatchObject({
      size: { width: 800, height: 600 },
      sizeBytes: 2048,
    })
    for (const image of [{ width: '0', height: '5' }, { width: 'wide', height: 5 }, { width: -1, height: 5 }, { width: 5 }, '8x6'])
      expect(file({ image })).toMatchObject({ size: null })
    for (const size of ['', 'big', -5, null, Number.NaN]) expect(file({ size })).toMatchObject({ sizeBytes: null })
  })
})

describe('an answer', () => {
  it.each([
    [200, '{"result":null}', null],
    [200, '{"result":false,"time":{}}', false],
  ])('%i %s has a result', (status, text, result) => expect(readEnvelope(status, text)).toBe(result))

  it.each([
    [200, '{"error":"ACCESS_ERROR","error_description":"no"}', 'access'],
    [401, '{"error":"expired_token"}', 'auth'],
    [403, '{"error":"expired_token"}', 'auth'],
    [503, '{"error":"QUERY_LIMIT_EXCEEDED"}', 'rate-limit'],
    [429, '{"error":"OPERATION_TIME_LIMIT"}', 'rate-limit'],
    [404, '{"error":"ERROR_METHOD_NOT_FOUND"}', 'unsupported'],
    [500, '{"error":"ERROR_CORE","error_description":"SQL query error!"}', 'portal'],
    [400, '{"error":"constructor"}', 'rejected'],
    [502, '<html>Bad Gateway</html>', 'portal'],
    [503, '<html></html>', 'rate-limit'],
    [200, '{"result":{"messages":[', 'network'],
    [200, '<html>log in</html>', 'contract'],
    [200, '[]', 'contract'],
  ])('%i %s is an error of kind %s', (status, text, code) => {
    expect(() => readEnvelope(status, text)).toThrow(expect.objectContaining({ code }) as Error)
  })

  it('of a batch member without error is none', () => {
    for (const value of [undefined, null, [], {}, 'x']) expect(portalErrorOf(value, 400)).toBeNull()
  })
})

describe('parameters', () => {
  it('nest as PHP reads them', () =>
    expect(decodeURIComponent(formBody({ ID: [1, 2], ORDER: { ID: 'ASC' }, none: null, yes: true }).toString())).toBe(
      'ID[0]=1&ID[1]=2&ORDER[ID]=ASC&yes=1',
    ))
  it('keep a reference of a batch as it is', () =>
    expect(batchCommand('m', { FIRST_ID: '$result[a][messages][0][id]', T: 'a b&c' })).toBe(
      'm?FIRST_ID=$result[a][messages][0][id]&T=a%20b%26c',
    ))
})
