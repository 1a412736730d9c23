import { useShortcutKeys } from '~/app/use-shortcut-keys'

/** Answers the keys of the app where a test shows only a part of it. */
export function ShortcutKeys() {
  useShortcutKeys()
  return null
}
