import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import type { TextMessage } from '~/domain/message/message'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { nextVoiceNote } from '~/queries/voice-notes'
import { useText } from '~/ui/i18n'
import type { Track } from '../player/AudioPlayer.ts'
import { authorName } from '../author-name.ts'
import { useFindUser } from '../use-find-user.ts'
import { useDialog } from '../state/DialogContext.ts'

/** A sound of the dialog for the player. After a voice note the next one follows. */
export function useTrack(file: ChatFile, message: TextMessage): Track {
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const queryClient = useQueryClient()
  const t = useText()
  const findUser = useFindUser()
  return useMemo(() => {
    const trackOf = (sound: ChatFile, from: TextMessage): Track => ({
      id: `${dialogId} ${from.id} ${sound.id}`,
      voice: sound.voiceNote,
      title: sound.voiceNote ? authorName(from, findUser(from.authorId), t) : sound.name,
      from: { dialogId, messageId: from.id },
      load: () => queryClient.fetchQuery(fileQuery(client, dialogId, sound.id)),
      next: () => {
        const found = sound.voiceNote ? nextVoiceNote(queryClient, client, dialogId, from.id) : null
        return found && trackOf(found.file, found.message)
      },
    })
    return trackOf(file, message)
  }, [file, message, dialogId, client, queryClient, t, findUser])
}
