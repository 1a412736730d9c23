import { useEffect, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { MessageId } from '~/domain/ids'
import { useNavigation } from '~/navigation/NavigationContext'
import { takePresentEntry } from '~/navigation/take-entry'

/**
 * Goes to a message that is not loaded any more. However many are gone to one after another, they make one entry of the browser's
 * history: Back leads to where the reader was before. @param entry the present one
 */
export function useFarJump(entry: string): (id: MessageId) => void {
  const dialog = useDialog()
  const { open } = useNavigation()
  const isJumping = useRef(false)
  const made = useRef<string | null>(null)
  useEffect(() => {
    if (isJumping.current) made.current = entry
    isJumping.current = false
  }, [entry])
  return (id) => {
    if (made.current === entry) takePresentEntry(window.history)
    isJumping.current = true
    open({ messageId: id })
    // It stays at what steps.
    dialog.focusFollows = false
  }
}
