import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChatFile } from '~/domain/chat-file'
import type { DialogId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal-error'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'

export interface FileLoad {
  /** `forbidden`: the portal does not give it to this reader. */
  readonly state: 'ready' | 'loading' | 'failed' | 'forbidden'
  /** Loads the file's bytes, for playing or saving. */
  readonly load: (use: (blob: Blob) => void) => void
}

/** Loading of a file on demand, by a button. */
export function useFileLoad(file: ChatFile, dialogId: DialogId): FileLoad {
  const client = usePortal()
  const queryClient = useQueryClient()
  const [state, setState] = useState<FileLoad['state']>('ready')
  const load = (use: (blob: Blob) => void) => {
    setState('loading')
    queryClient.fetchQuery(fileQuery(client, dialogId, file.id)).then(
      (blob) => {
        setState('ready')
        use(blob)
      },
      (error: unknown) => setState(isPortalError(error) && error.code === 'access' ? 'forbidden' : 'failed'),
    )
  }
  return { state, load }
}

/** An address of this page for bytes, given back when they are no longer shown. */
export function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => {
      setUrl(null)
      URL.revokeObjectURL(made)
    }
  }, [blob])
  return url
}
