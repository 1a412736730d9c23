import type { ChatFile } from '~/domain/message/chat-file'

/** A file of which nothing but its id, kind and name is known. @param changes what is known besides, or is otherwise */
export const fakeFile = (id: number, changes: Partial<ChatFile> = {}): ChatFile => ({
  id: id as ChatFile['id'],
  chatId: null,
  kind: 'file',
  name: String(id),
  extension: '',
  sizeBytes: null,
  size: null,
  uploaded: true,
  uploadUnsure: false,
  previewUrl: null,
  showUrl: null,
  downloadUrl: null,
  voiceNote: false,
  videoNote: false,
  ...changes,
})
