import { expect, it } from 'vitest'
import type { MessageId } from '~/domain/ids'
import { foldPhrase } from '~/lib/text/fold-text'
import { ReadTexts } from '~/queries/ReadTexts'
import { fakeMessage } from '~/testing/fake-message'
import { Finding } from './Finding.ts'

const signal = new AbortController().signal

function readOf(...texts: readonly string[]): ReadTexts {
  const read = new ReadTexts()
  const messages = texts.map((text, at) => fakeMessage(at + 1, at * 1_000, { text }))
  read.take([{ pages: [{ messages, users: [], files: [], chatId: null, lost: 0, older: null, newer: null }], pageParams: [] }])
  return read
}

async function look(finding: Finding, phrase: string): Promise<{ ids: MessageId[]; total: number }> {
  await finding.look(foldPhrase(phrase), signal)
  const { messages, total } = finding.hits.get()
  return { ids: messages.map(({ id }) => id), total }
}

it('finds words whatever their case, ё and е alike, й and и apart', async () => {
  const finding = new Finding(readOf('Ещё раз', 'еще ЕЩЕ', 'мой', 'мои'))
  expect(await look(finding, 'ЕЩЁ')).toEqual({ ids: [1, 2], total: 3 })
  expect(await look(finding, 'мой')).toEqual({ ids: [3], total: 1 })
})

it('goes on from what was found while more is typed, and looks at all again when something is deleted, or read', async () => {
  const read = readOf('invoice', 'invite', 'in', 'other')
  const finding = new Finding(read)
  expect(await look(finding, 'in')).toEqual({ ids: [1, 2, 3], total: 3 })
  expect(await look(finding, 'inv')).toEqual({ ids: [1, 2], total: 2 })
  expect(await look(finding, 'invo')).toEqual({ ids: [1], total: 1 })
  expect(await look(finding, 'inv')).toEqual({ ids: [1, 2], total: 2 })
  read.take([
    {
      pages: [
        { messages: [fakeMessage(9, null, { text: 'invented' })], users: [], files: [], chatId: null, lost: 0, older: null, newer: null },
      ],
      pageParams: [],
    },
  ])
  expect(await look(finding, 'inve')).toEqual({ ids: [9], total: 1 })
  expect(await look(finding, '')).toEqual({ ids: [], total: 0 })
})

it('finds what markup says, by the words that it says it with now', async () => {
  const finding = new Finding(readOf('[USER=5 REPLACE]Old[/USER]', 'plain'))
  const named = (name: string) => (source: string) => source.replace(/\[USER.*/, name)
  finding.renew(named('Anna'))
  expect(await look(finding, 'anna')).toEqual({ ids: [1], total: 1 })
  finding.renew(named('Maria'))
  expect(await look(finding, 'anna')).toEqual({ ids: [], total: 0 })
  expect(await look(finding, 'maria')).toEqual({ ids: [1], total: 1 })
})

it('prepares each text once, also what is read and said otherwise meanwhile, and names alone where only they are other ones', async () => {
  const made: string[] = []
  const shown = (source: string) => (made.push(source), source)
  const read = readOf('plain', '[B]bold[/B]', '[USER=5]Old[/USER]')
  const finding = new Finding(read)
  const manner = {}
  finding.renew(shown, manner)
  const first = finding.prepare(signal)
  // Whoever asks again meanwhile, asks for the same.
  await Promise.all([first, finding.prepare(signal)])
  expect(made).toEqual(['plain', '[B]bold[/B]', '[USER=5]Old[/USER]'])
  await finding.prepare(signal)
  expect(made).toHaveLength(3)
  finding.renew(shown, manner)
  await finding.prepare(signal)
  expect(made.slice(3)).toEqual(['[USER=5]Old[/USER]'])
  finding.renew(shown, {})
  await finding.prepare(signal)
  // Signs between words may be markup from then on.
  expect(made.slice(4)).toEqual(['plain', '[B]bold[/B]', '[USER=5]Old[/USER]'])
  await look(finding, 'old')
  expect(made).toHaveLength(7)
})

it('what has been ended shows nothing', async () => {
  const finding = new Finding(readOf('word'))
  expect(await finding.look('word', AbortSignal.abort())).toBe(false)
  expect(finding.hits.get().total).toBe(0)
})
