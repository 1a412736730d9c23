import type { FileId, DialogId } from '~/domain/ids'
import type { ChatFile } from '~/domain/message/chat-file'
import { mediaLength, needsTail } from '~/lib/media-length'
import type { RestClient } from '../client/client.ts'
import { loadFileLink } from './file-link.ts'

/** Of either end of a file. */
const PART_BYTES = 16 * 1024

interface Wanted extends Pick<ChatFile, 'sizeBytes'> {
  readonly dialogId: DialogId
  readonly fileId: FileId
}

/**
 * How long a sound or a film is, seconds, by a few kB of it, each part by a link of its own (`docs/bitrix24/rest.md` §5.5). Null where those
 * do not tell. @throws {PortalError}
 */
export async function loadMediaLength(
  client: RestClient,
  { dialogId, fileId, sizeBytes }: Wanted,
  signal: AbortSignal,
): Promise<number | null> {
  const part = async (from: number): Promise<Uint8Array> => {
    const link = await loadFileLink(client, dialogId, fileId)
    signal.throwIfAborted()
    const blob = await client.download(link, { signal, range: { from, to: from + PART_BYTES } })
    return new Uint8Array(await blob.arrayBuffer())
  }
  const head = await part(0)
  const whole = head.length < PART_BYTES
  const end = sizeBytes !== null && sizeBytes > PART_BYTES ? sizeBytes - PART_BYTES : null
  const tail = whole ? head : needsTail(head) && end !== null ? await part(end) : null
  return mediaLength({ head, tail, sizeBytes: whole ? head.length : sizeBytes })
}
