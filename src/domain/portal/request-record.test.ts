import { expect, it } from 'vitest'
import { purposeOf } from './request-record.ts'

const sources = import.meta.glob<string>(['../../rest/**/*.ts', '!../../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

/** Whatever looks like a method of the portal in what talks to it. */
const methods = new Set(
  Object.values(sources).flatMap((source) =>
    [...source.matchAll(/'((?:im|disk|imopenlines)\.[\w.]+|profile|scope|batch)'/g)].map(([, name = '']) => name),
  ),
)

it('every method that is called has a purpose, which is to read', () => {
  expect(methods).toContain('im.dialog.messages.get')
  for (const what of methods) expect(purposeOf({ from: 'method', what }), what).not.toBe('unknown')
})

it('nothing is claimed of a method that is not called', () => {
  expect(purposeOf({ from: 'method', what: 'im.dialog.read' })).toBe('unknown')
  expect(purposeOf({ from: 'method', what: 'constructor' })).toBe('unknown')
})
