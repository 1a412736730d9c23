import { describe, expect, it } from 'vitest'
import { isBareKey, isSingleKey, shortcutOf, type KeyPress } from './shortcut.ts'

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('what a key means', () => {
  it('a letter is the same on a Russian layout, where its key has another', () => {
    expect(shortcutOf(press('m', 'KeyM'))).toBe('nextMention')
    expect(shortcutOf(press('ь', 'KeyM'))).toBe('nextMention')
    expect(shortcutOf(press('Ь', 'KeyM', { shiftKey: true }))).toBe('previousMention')
    expect(shortcutOf(press('а', 'KeyF', { ctrlKey: true }))).toBe('find')
    expect(shortcutOf(press('л', 'KeyK', { metaKey: true }))).toBe('goToChat')
  })

  it('a Latin letter counts wherever its keyboard has it', () => {
    // Dvorak: D is where H is on QWERTY.
    expect(shortcutOf(press('d', 'KeyH'))).toBe('goToDate')
    expect(shortcutOf(press('h', 'KeyD'))).toBeNull()
  })

  it('a sign counts whatever is held to type it', () => {
    expect(shortcutOf(press('?', 'Slash', { shiftKey: true }))).toBe('keys')
    // Russian: 7 with Shift, and the key beside Enter with Shift.
    expect(shortcutOf(press('?', 'Digit7', { shiftKey: true }))).toBe('keys')
    expect(shortcutOf(press('/', 'Backslash', { shiftKey: true }))).toBe('search')
  })

  it('what the browser or the system has is left to it', () => {
    expect(shortcutOf(press('d', 'KeyD', { ctrlKey: true }))).toBeNull()
    expect(shortcutOf(press('f', 'KeyF', { ctrlKey: true, shiftKey: true }))).toBeNull()
    expect(shortcutOf(press('f', 'KeyF', { altKey: true, ctrlKey: true }))).toBeNull()
    expect(shortcutOf(press('M', 'KeyM', { ctrlKey: true }))).toBeNull()
  })

  it('Escape is no letter: it cannot be switched off, and means something else to whatever has the keys to itself', () => {
    expect(shortcutOf(press('Escape', 'Escape'))).toBe('showAll')
    expect(isSingleKey('showAll')).toBe(false)
    expect(isBareKey('showAll')).toBe(true)
    expect(isBareKey('find')).toBe(false)
  })

  it('what has Ctrl is no single key', () => {
    expect(isSingleKey('find')).toBe(false)
    expect(isSingleKey('keys')).toBe(true)
  })
})
