import type { ChatFile } from '~/domain/message/chat-file'
import type { ChatId, FileId } from '~/domain/ids'
import { flag, httpUrl, listOf, phpMap, text, wireId } from './wire.ts'

const kinds = new Set(['image', 'video', 'audio', 'file'])

function decodeSize(value: unknown): ChatFile['size'] {
  const { width, height } = phpMap(value)
  return typeof width === 'number' && typeof height === 'number' && width >= 1 && height >= 1 ? { width, height } : null
}

/** A file of `docs/bitrix24/rest.md` §5.1; null when it has no id. */
export function decodeFile(value: unknown, portal: string): ChatFile | null {
  const wire = phpMap(value)
  const id = wireId(wire['id'])
  if (id === null) return null
  const name = text(wire['name'])
  const extension = (text(wire['extension']) || (name.includes('.') ? (name.split('.').at(-1) ?? '') : '')).toLowerCase()
  const kind = text(wire['type'])
  const previews = phpMap(phpMap(wire['mediaUrl'])['preview'])
  return {
    id: id as FileId,
    chatId: (Number(wire['chatId']) || null) as ChatId | null,
    // A vector image may hold scripts: it is listed as a file, never drawn as a picture.
    kind: extension === 'svg' || !kinds.has(kind) ? 'file' : (kind as ChatFile['kind']),
    name: name || `${text(wire['id'])}${extension ? `.${extension}` : ''}`,
    extension,
    sizeBytes: typeof wire['size'] === 'number' && wire['size'] >= 0 ? wire['size'] : Number(wire['size']) || null,
    size: decodeSize(wire['image']),
    uploaded: wire['status'] === undefined || wire['status'] === 'done',
    previewUrl: httpUrl(wire['urlPreview'], portal) ?? httpUrl(previews['250'], portal),
    showUrl: httpUrl(wire['urlShow'], portal),
    downloadUrl: httpUrl(wire['urlDownload'], portal),
    voiceNote: flag(wire['isVoiceNote']),
    videoNote: flag(wire['isVideoNote']),
  }
}

export const decodeFiles = (value: unknown, portal: string): ChatFile[] => listOf(value).flatMap((entry) => decodeFile(entry, portal) ?? [])
