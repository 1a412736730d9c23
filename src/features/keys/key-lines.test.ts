import { expect, it } from 'vitest'
import { shortcuts, type ShortcutId } from '~/dialog/shortcuts/shortcut'
import { keyGroups } from './key-lines.ts'

const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.*'], { query: '?raw', import: 'default', eager: true })
const source = Object.values(sources).join('\n')
const ids = Object.keys(shortcuts) as ShortcutId[]

it('every shortcut there is does something', () => {
  for (const id of ids) expect(source, id).toContain(`useShortcut('${id}'`)
})

it('every shortcut there is, is told, and each key once where it works', () => {
  const told = keyGroups.flatMap(({ lines }) => lines.map(({ text }) => text))
  for (const id of ids) expect(told, id).toContain(`keys.${id}`)
  expect(new Set(told).size).toBe(told.length)
  for (const { title, lines } of keyGroups) {
    const keys = lines.flatMap((line) => line.keys.map((combination) => combination.join('+')))
    expect(new Set(keys).size, title).toBe(keys.length)
  }
})
