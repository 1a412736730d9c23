import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAttach, decodeKeyboard } from './decode-attach.ts'
import { samples } from '~/testing/samples'

const PORTAL = 'https://acme.example'

const paramsOf = (name: string) => samples.find((sample) => sample.case === name)?.message.params
const attachOf = (name: string) => decodeAttach(paramsOf(name)?.ATTACH, PORTAL)
const keyboardOf = (name: string) => decodeKeyboard(paramsOf(name)?.KEYBOARD, PORTAL)
const typesOf = (name: string) => attachOf(name).flatMap(({ blocks }) => blocks.map(({ type }) => type))

describe('cards', () => {
  it.each([
    ['attach message', ['message']],
    ['attach user', ['user']],
    ['attach chat and bot', ['user', 'user']],
    ['attach link', ['link']],
    ['link preview', ['link']],
    ['attach delimiter', ['message', 'delimiter', 'message']],
    ['attach grid block', ['grid']],
    ['attach image', ['image']],
    ['attach file', ['file']],
    ['attach html block', ['message']],
    ['attach single object blocks', ['link', 'image', 'user']],
    ['attach unknown block', ['message']],
    ['attach not array', ['message']],
    ['attach garbage', []],
    ['attach empty blocks', []],
  ])('of sample “%s” hold %j', (name, types) => expect(typesOf(name)).toEqual(types))

  it('lead to dialogs, to pages of the portal and to nothing unsafe', () => {
    expect(attachOf('attach user')[0]?.blocks[0]).toMatchObject({ leadsTo: { dialog: '547' } })
    expect(attachOf('attach chat and bot')[0]?.blocks[0]).toMatchObject({ leadsTo: { dialog: 'chat1317' } })
    expect(attachOf('attach link bad scheme')[0]?.blocks[0]).toMatchObject({ name: 'жми', leadsTo: null })
    expect(attachOf('attach grid row and table')[0]?.blocks[0]).toMatchObject({
      cells: [
        { display: 'row' },
        { display: 'row', leadsTo: { dialog: '547' } },
        { leadsTo: { href: 'https://acme.example/crm/deal/details/1/' } },
      ],
    })
    expect(attachOf('attach bad colour')[0]?.color).toBeNull()
  })

  it('of any shape do no harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => decodeAttach(value, PORTAL)).not.toThrow()
        expect(() =>
          decodeAttach([{ BLOCKS: [{ GRID: value }, { LINK: value }, { USER: value }, { DELIMITER: value }] }], PORTAL),
        ).not.toThrow()
        expect(() => decodeKeyboard(value, PORTAL)).not.toThrow()
      }),
    )
  })
})

describe('lists that PHP wrote as maps', () => {
  const first = { TYPE: 'BUTTON', TEXT: 'First' }
  const second = { TYPE: 'BUTTON', TEXT: 'Second' }

  it.each([
    ['a list', [first, second]],
    ['a map with gaps in its keys', { 0: first, 4: second }],
    ['a map of the sent shape', { BOT_ID: 9, BUTTONS: { 1: first, 3: second } }],
  ])('are keyboards: %s', (_, keyboard) =>
    expect(decodeKeyboard(keyboard, PORTAL)[0]?.map(({ text }) => text)).toEqual(['First', 'Second']),
  )

  it('are the blocks of a card, and what stands in them', () => {
    const blocks = (value: unknown) => decodeAttach([{ BLOCKS: value }], PORTAL).flatMap((attach) => attach.blocks)
    expect(blocks({ 0: { MESSAGE: 'one' }, 3: { MESSAGE: 'four' } })).toEqual([
      { type: 'message', text: 'one' },
      { type: 'message', text: 'four' },
    ])
    expect(blocks({ MESSAGE: 'alone' })).toEqual([{ type: 'message', text: 'alone' }])
    expect(blocks([{ LINK: { 1: { NAME: 'a', LINK: '/a' }, 5: { NAME: 'b', LINK: '/b' } } }])).toMatchObject([{ name: 'a' }, { name: 'b' }])
  })
})

describe('keyboards', () => {
  it('lead, copy, or say what they would do; rows stay rows', () => {
    const rows = keyboardOf('keyboard')
    expect(rows.length).toBe(2)
    expect(rows[0]?.[0]?.action).toEqual({ type: 'link', href: 'https://example.com/?a=1&b=2' })
    expect(rows.flat().some(({ action }) => action.type === 'inert' && action.does === 'send')).toBe(true)
  })
  it('of hostile kinds run nothing', () => {
    expect(
      keyboardOf('keyboard hostile')
        .flat()
        .every(({ action }) => action.type === 'inert'),
    ).toBe(true)
    expect(keyboardOf('keyboard send shape').flat()).toHaveLength(1)
    expect(keyboardOf('keyboard mobile only')).toEqual([])
    expect(keyboardOf('keyboard N')).toEqual([])
  })
  it('decode emoji that the portal left in hexadecimal', () => {
    expect(decodeKeyboard([{ TYPE: 'BUTTON', TEXT: 'ok :f09f9880:' }], PORTAL)[0]?.[0]?.text).toBe('ok 😀')
  })
})
