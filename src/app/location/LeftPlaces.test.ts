import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { LeftPlaces } from './LeftPlaces.ts'

const chat = parseDialogId('chat20') as DialogId
const place = { start: { at: 'newest', visit: 0 } as const, anchor: { id: 7 as MessageId, offset: -12 } }

function storage() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) }
}

beforeEach(() => vi.stubGlobal('sessionStorage', storage()))
afterEach(() => vi.unstubAllGlobals())

it('a chat is found where it was left, also after the page was loaded again, and in its own portal alone', () => {
  new LeftPlaces('https://one.example').keep(chat, place)
  expect(new LeftPlaces('https://one.example').find(chat)).toEqual(place)
  expect(new LeftPlaces('https://two.example').find(chat)).toBeNull()
})

it('a chat that was left at its end has no place', () => {
  const places = new LeftPlaces('https://one.example')
  places.keep(chat, place)
  places.keep(chat, null)
  expect(places.find(chat)).toBeNull()
})

it('where storage is denied, places last as long as the page', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('sessionStorage', { getItem: denied, setItem: denied })
  const places = new LeftPlaces('https://one.example')
  expect(places.find(chat)).toBeNull()
  places.keep(chat, place)
  expect(places.find(chat)).toEqual(place)
})

it('what cannot be read is no place', () => {
  vi.stubGlobal('sessionStorage', { ...storage(), getItem: () => '{' })
  expect(new LeftPlaces('https://one.example').find(chat)).toBeNull()
})
