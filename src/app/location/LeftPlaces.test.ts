import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { forgetPlaces, LeftPlaces } from './LeftPlaces.ts'

const DAY_MS = 86_400_000
const chatOf = (n: number) => parseDialogId(`chat${n}`) as DialogId
const chat = chatOf(20)
const place = { start: { at: 'newest', visit: 0 } as const, anchor: { id: 7 as MessageId, offset: -12 } }
const one = 'https://one.example'
const two = 'https://two.example'

function storage() {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

beforeEach(() => vi.stubGlobal('localStorage', storage()))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('a chat is found where it was left days later, and in its own portal alone', () => {
  new LeftPlaces(one).keep(chat, place)
  expect(new LeftPlaces(one, Date.now() + 30 * DAY_MS).find(chat)).toEqual(place)
  expect(new LeftPlaces(two).find(chat)).toBeNull()
})

it('what is kept are ids and a distance, and it is let go of after a season', () => {
  new LeftPlaces(one).keep(chat, place)
  expect(JSON.parse(localStorage.getItem(`place ${one} chat20`) ?? '')).toEqual({ place, leftAt: expect.any(Number) })
  expect(new LeftPlaces(one, Date.now() + 91 * DAY_MS).find(chat)).toBeNull()
  expect(localStorage).toHaveLength(0)
})

it('the chats that were left last are kept, and nothing else of the device is touched', () => {
  vi.useFakeTimers()
  localStorage.setItem('webhook', 'kept')
  const places = new LeftPlaces(one)
  for (let n = 1; n <= 310; n++) {
    vi.setSystemTime(n * 1_000)
    places.keep(chatOf(n), place)
  }
  const later = new LeftPlaces(one)
  expect([1, 10, 11, 310].map((n) => later.find(chatOf(n)))).toEqual([null, null, place, place])
  expect(localStorage.getItem('webhook')).toBe('kept')
})

it('a chat that was left at its end has no place', () => {
  const places = new LeftPlaces(one)
  places.keep(chat, place)
  places.keep(chat, null)
  expect(places.find(chat)).toBeNull()
  expect(new LeftPlaces(one).find(chat)).toBeNull()
})

it('the places of a portal are forgotten with it, those of others are not', () => {
  new LeftPlaces(one).keep(chat, place)
  new LeftPlaces(two).keep(chat, place)
  forgetPlaces(one)
  expect(new LeftPlaces(one).find(chat)).toBeNull()
  expect(new LeftPlaces(two).find(chat)).toEqual(place)
})

it('where storage is denied, places last as long as the page', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied, key: denied, length: 1 })
  const places = new LeftPlaces(one)
  expect(places.find(chat)).toBeNull()
  places.keep(chat, place)
  expect(places.find(chat)).toEqual(place)
  forgetPlaces(one)
})

it.each([
  '{',
  '7',
  '{"leftAt":"x"}',
  '{"leftAt":1,"place":{"anchor":null}}',
  '{"leftAt":1,"place":{"start":{"at":"newest"},"anchor":7}}',
  'null',
])('what cannot be read, such as %s, is no place', (text) => {
  localStorage.setItem(`place ${one} chat20`, text)
  expect(new LeftPlaces(one).find(chat)).toBeNull()
  const places = new LeftPlaces(one)
  localStorage.setItem(`place ${one} chat20`, text)
  expect(places.find(chat)).toBeNull()
})
