import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import { isPortalError } from '~/domain/portal/portal-error'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { onBack } from '~/lib/on-return'
import { saveBlob } from '~/lib/save-blob'
import { useDialog } from '../state/DialogContext.ts'

/** Why a file cannot be had. `forbidden`: the portal denies it to this reader, `noDisk`: to the app, which lacks a right that older portals want. */
export type WhyNot = 'failed' | 'forbidden' | 'noDisk'

export const whyNot = (error: unknown): WhyNot =>
  !isPortalError(error) || error.code !== 'access' ? 'failed' : error.detail === 'NO_DISK' ? 'noDisk' : 'forbidden'

export interface FileLoad {
  readonly state: 'ready' | 'loading' | WhyNot
  /** Whether it could not be loaded, for whatever reason. */
  readonly failed: boolean
  /** Loads the file's bytes, for playing or saving. */
  readonly load: (use: (blob: Blob) => void) => void
  /** Loads them and saves them under the file's own name. */
  readonly save: () => void
}

/** Loading of a file on demand, by a button. */
export function useFileLoad(file: ChatFile): FileLoad {
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const queryClient = useQueryClient()
  const [state, setState] = useState<FileLoad['state']>('ready')
  // It was the reader who asked for it, and may not want it any more: the button is as it was before.
  useEffect(() => (state === 'failed' ? onBack(() => setState('ready')) : undefined), [state])
  const load = (use: (blob: Blob) => void) => {
    setState('loading')
    queryClient.fetchQuery(fileQuery(client, dialogId, file.id, file.sizeBytes)).then(
      (blob) => {
        setState('ready')
        use(blob)
      },
      (error: unknown) => setState(whyNot(error)),
    )
  }
  return {
    state,
    failed: state !== 'ready' && state !== 'loading',
    load,
    save: () => load((blob) => saveBlob(blob, file.name)),
  }
}

/** An object URL for bytes, revoked when they are no longer shown. */
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
