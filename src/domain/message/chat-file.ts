import type { ChatId, FileId } from '../ids.ts'

export interface ChatFile {
  readonly id: FileId
  readonly chatId: ChatId | null
  readonly kind: 'image' | 'video' | 'audio' | 'file'
  readonly name: string
  /** Lower case, without the dot; may be empty. */
  readonly extension: string
  readonly sizeBytes: number | null
  /** Pixels of the original; null when the portal does not know. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly uploaded: boolean
  /** The portal calls it an upload, though it is probably finished: where it cannot be loaded, it is not. */
  readonly uploadUnsure: boolean
  /** Absolute http(s) addresses on the portal, which need its cookie; null when there is none. */
  readonly previewUrl: string | null
  readonly showUrl: string | null
  readonly downloadUrl: string | null
  readonly voiceNote: boolean
  readonly videoNote: boolean
}
