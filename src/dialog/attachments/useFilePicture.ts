import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import type { PortalError } from '~/domain/portal/portal-error'
import { onBack } from '~/lib/on-return'
import { cookielessQuery, fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { isShowable } from './picture-pixels.ts'
import { useObjectUrl } from './useFileLoad.ts'
import { useDialog } from '../state/DialogContext.ts'

export interface FilePicture {
  /** For `src`; null while it is being fetched or when there is none. */
  readonly src: string | null
  readonly failed: boolean
  /** Why, where the portal gave a reason. */
  readonly error: PortalError | null
  /** Whether it has more pixels than a page should hold. */
  readonly tooLarge: boolean
  readonly onError: () => void
  readonly retry: () => void
}

/** Whether the portal's own address gave no picture, and whether there was a network at all. */
type Broken = false | 'refused' | 'offline'

/** The portal's own addresses: a small one, or the picture as it is. A film has only a small one. */
const directOf = ({ kind, previewUrl, showUrl, downloadUrl }: ChatFile, whole: boolean): string | null =>
  kind !== 'image' ? previewUrl : whole ? (showUrl ?? downloadUrl) : (previewUrl ?? showUrl)

/**
 * A picture's address. The portal's own address needs its cookie; where that fails, the bytes are read through a
 * one-time link (`docs/bitrix24/rest.md` §5.5), and the rest of the session uses such links from the start.
 *
 * @param whole full size, not the small picture of the timeline
 */
export function useFilePicture(file: ChatFile, whole = false): FilePicture {
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const queryClient = useQueryClient()
  const { data: cookieless } = useQuery(cookielessQuery(client))
  const [broken, setBroken] = useState<Broken>(false)
  const [damaged, setDamaged] = useState<string | null>(null)
  const direct = directOf(file, whole)
  const byLink = file.kind === 'image' && (broken !== false || cookieless || direct === null)
  const bytes = useQuery({ ...fileQuery(client, dialogId, file.id), enabled: byLink })
  const showable = useShowable(bytes.data)
  const url = useObjectUrl(showable ? bytes.data : undefined)

  const { isError, isSuccess } = bytes
  // They have come, and are no picture: until there are others, nothing is left to wait for.
  const isDamaged = url !== null && damaged === url
  useEffect(() => {
    if (broken === 'refused' && isSuccess && !cookieless) queryClient.setQueryData(cookielessQuery(client).queryKey, true)
  }, [broken, isSuccess, cookieless, queryClient, client])
  // Its own address may work now; bytes that are missing are asked for again with all that is (`queries/ask-again.ts`).
  useEffect(() => (broken && !isSuccess ? onBack(() => setBroken(false)) : undefined), [broken, isSuccess])

  // The image failed because the portal answered with a login page; without its cookie, further tries are pointless.
  const refused = broken !== false || (file.kind !== 'image' && cookieless)
  return {
    src: byLink ? url : refused ? null : direct,
    failed: byLink ? isError || showable === false || isDamaged : refused || direct === null,
    error: byLink ? bytes.error : null,
    tooLarge: byLink && showable === false,
    onError: () => (byLink ? setDamaged(url) : setBroken(navigator.onLine ? 'refused' : 'offline')),
    retry: () => (byLink ? void bytes.refetch() : setBroken(false)),
  }
}

/** Whether the bytes of a picture may be shown; null until that is known. */
function useShowable(blob: Blob | undefined): boolean | null {
  const [known, setKnown] = useState<{ readonly blob: Blob; readonly showable: boolean }>()
  useEffect(() => {
    if (!blob) return
    let wanted = true
    void isShowable(blob).then((showable) => wanted && setKnown({ blob, showable }))
    return () => {
      wanted = false
    }
  }, [blob])
  return blob && known?.blob === blob ? known.showable : null
}
