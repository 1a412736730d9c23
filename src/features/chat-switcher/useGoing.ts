import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import type { ChatSummary } from '~/domain/chat'
import type { DialogId } from '~/domain/ids'
import { isPlainClick } from '~/navigation/is-plain-click'
import { useNavigation } from '~/navigation/NavigationContext'
import { hasPrivateChat } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useArrival } from './FocusOnArrival.tsx'

interface Going {
  /** Of whom it is not known yet whether there is a chat with them. */
  readonly asking: DialogId | null
  /** Whom there is no chat with; null while nobody was chosen. */
  readonly missing: string | null
  readonly follow: (event: MouseEvent, chat: ChatSummary) => void
  /** The same for a place in a chat, which is known to be there. */
  readonly followPlace: (event: MouseEvent, dialogId: DialogId) => void
  /** Whatever was asked is not gone to any more. */
  readonly forget: () => void
}

/** Goes to a chat. Somebody whom the portal has found may have none yet: then it says so, and the chat that is being read stays. */
export function useGoing(onGo: () => void): Going {
  const { open } = useNavigation()
  const client = usePortal()
  const queryClient = useQueryClient()
  const arrival = useArrival()
  const [asking, setAsking] = useState<DialogId | null>(null)
  const [missing, setMissing] = useState<string | null>(null)

  /** Another number once nobody waits any more for what was asked. */
  const turn = useRef(0)
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )

  const forget = () => {
    turn.current++
    setAsking(null)
    setMissing(null)
  }
  const ask = async ({ dialogId, title }: ChatSummary) => {
    forget()
    const own = turn.current
    setAsking(dialogId)
    // A chat of which nothing is known says by itself why it cannot be shown.
    const exists = await hasPrivateChat(queryClient, client, dialogId).catch(() => true)
    // Closed meanwhile, or something else was typed or chosen.
    if (turn.current !== own) return
    setAsking(null)
    if (!exists) return setMissing(title)
    arrival.at.set(dialogId)
    onGo()
    open({ dialogId })
  }
  const followPlace = (event: MouseEvent, dialogId: DialogId) => {
    if (!isPlainClick(event)) return
    arrival.at.set(dialogId)
    onGo()
  }
  const follow = (event: MouseEvent, chat: ChatSummary) => {
    if (chat.kind !== 'person' || chat.lastAt !== null) return followPlace(event, chat.dialogId)
    if (!isPlainClick(event)) return
    event.preventDefault()
    if (asking !== chat.dialogId) void ask(chat)
  }
  return { asking, missing, follow, followPlace, forget }
}
