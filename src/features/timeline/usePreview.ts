import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChatFile } from '~/domain/chat-file'
import type { DialogId } from '~/domain/ids'
import { cookielessQuery, fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { useObjectUrl } from './useFileLoad.ts'

export interface Preview {
  /** For `src`; null while it is being fetched or when there is none. */
  readonly src: string | null
  readonly failed: boolean
  readonly onError: () => void
  readonly retry: () => void
}

/**
 * A picture's address. The portal's own address wants its cookie; where that fails, the bytes come by a
 * one-time link (`rest.md` §5.5), and the rest of the session asks for such links at once.
 */
export function usePreview(file: ChatFile, dialogId: DialogId): Preview {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { data: cookieless } = useQuery(cookielessQuery(client))
  const [broken, setBroken] = useState(false)
  const direct = file.kind === 'image' ? (file.previewUrl ?? file.showUrl) : file.previewUrl
  const byLink = file.kind === 'image' && (broken || cookieless || direct === null)
  const bytes = useQuery({ ...fileQuery(client, dialogId, file.id), enabled: byLink })
  const url = useObjectUrl(bytes.data)

  useEffect(() => {
    if (broken && bytes.isSuccess && !cookieless) queryClient.setQueryData(cookielessQuery(client).queryKey, true)
  }, [broken, bytes.isSuccess, cookieless, queryClient, client])

  return {
    src: byLink ? url : broken ? null : direct,
    failed: byLink ? bytes.isError : broken || direct === null,
    onError: () => setBroken(true),
    retry: () => (byLink ? void bytes.refetch() : setBroken(false)),
  }
}
