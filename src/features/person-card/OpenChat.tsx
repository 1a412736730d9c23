import { useQueryClient } from '@tanstack/react-query'
import { MessageCircle } from 'lucide-react'
import { useState, type MouseEvent } from 'react'
import type { DialogId } from '~/domain/ids'
import { isPlainClick } from '~/navigation/is-plain-click'
import { InternalLink } from '~/navigation/InternalLink'
import { useNavigation } from '~/navigation/NavigationContext'
import { hasPrivateChat } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'

interface OpenChatProps {
  readonly dialogId: DialogId
  readonly name: string
  /** The chat is being opened. */
  readonly onOpen: () => void
}

/** Leads to the private chat with somebody, where there is one; else it says so, and the chat that is being read stays. */
export function OpenChat({ dialogId, name, onOpen }: OpenChatProps) {
  const t = useText()
  const { open } = useNavigation()
  const client = usePortal()
  const queryClient = useQueryClient()
  const [state, setState] = useState<'unasked' | 'asking' | 'none'>('unasked')

  const follow = async () => {
    setState('asking')
    // A chat of which nothing is known says by itself why it cannot be shown.
    const exists = await hasPrivateChat(queryClient, client, dialogId).catch(() => true)
    setState(exists ? 'unasked' : 'none')
    if (!exists) return
    onOpen()
    open({ dialogId })
  }
  const onClick = (event: MouseEvent) => {
    // Those that open links elsewhere are left to the browser.
    if (!isPlainClick(event)) return
    event.preventDefault()
    if (state !== 'asking') void follow()
  }
  if (state === 'none') return <span role="status">{t('person.noChat', { name })}</span>
  return (
    <InternalLink to={{ dialogId }} onClick={onClick} aria-busy={state === 'asking' || undefined}>
      <MessageCircle size={14} strokeWidth={1.8} aria-hidden />
      {t('mention.openChat')}
    </InternalLink>
  )
}
