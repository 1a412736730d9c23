import { useEffect } from 'react'
import { useLetterKeys } from '~/dialog/shortcuts/letter-keys'
import { isBareKey, isSingleKey, shortcutOf } from '~/dialog/shortcuts/shortcut'
import { useShortcuts } from '~/dialog/shortcuts/Shortcuts'

/** Where single keys have a meaning of their own: what is typed into, and what lies over the page and has the keys to itself. */
const OWN_KEYS = 'dialog, input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]'

/**
 * Listens to the shortcuts, wherever the focus is. It is on the document, because Ctrl+F is pressed with the focus nowhere, too; and
 * what is nearer to the key has had it before. A key that is held does it once.
 */
export function useShortcutKeys(): void {
  const shortcuts = useShortcuts()
  const letterKeys = useLetterKeys()
  useEffect(() => {
    /** The key that has done something, as long as it is held. */
    let held: string | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      // Nor does it go on in what it has opened: as a letter in a field, or as the browser's own key.
      if (event.repeat && event.code === held) return event.preventDefault()
      held = null
      if (event.defaultPrevented || event.isComposing) return
      const id = shortcutOf(event)
      if (id === null) return
      const { target } = event
      if (isSingleKey(id) && !letterKeys.get()) return
      if (isBareKey(id) && target instanceof Element && target.closest(OWN_KEYS)) return
      if (!shortcuts.run(id)) return
      held = event.code
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [shortcuts, letterKeys])
}
