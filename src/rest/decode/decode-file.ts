import type { ChatFile } from '~/domain/message/chat-file'
import type { ChatId, FileId } from '~/domain/ids'
import { visibleName } from '~/lib/text/visible-text'
import { flag, httpUrl, listOf, phpMap, text, wireId, wireNumber } from './wire.ts'

const kinds = new Set(['image', 'video', 'audio', 'file'])

function decodeSize(value: unknown): ChatFile['size'] {
  const wire = phpMap(value)
  const [width, height] = [wireNumber(wire['width']), wireNumber(wire['height'])]
  return width !== null && height !== null && width >= 1 && height >= 1 ? { width, height } : null
}

/**
 * Whether a file may be offered. The status `upload` is also that of finished files whose content has had one version only
 * (`docs/bitrix24/rest.md` §5.1): it is believed only of those that are under way or have no byte.
 */
function isUploaded(wire: Readonly<Record<string, unknown>>, sizeBytes: number | null): boolean {
  if (!isCalledUpload(wire)) return true
  const progress = wireNumber(wire['progress'])
  return (progress === null || progress >= 100) && sizeBytes !== 0
}

const isCalledUpload = ({ status }: Readonly<Record<string, unknown>>): boolean => status !== undefined && status !== 'done'

/** A file of `docs/bitrix24/rest.md` §5.1; null when it has no id. */
export function decodeFile(value: unknown, portal: string): ChatFile | null {
  const wire = phpMap(value)
  const id = wireId(wire['id'])
  if (id === null) return null
  const name = visibleName(text(wire['name']))
  const extension = (visibleName(text(wire['extension'])) || (name.includes('.') ? (name.split('.').at(-1) ?? '') : '')).toLowerCase()
  const kind = text(wire['type'])
  const sizeBytes = wireNumber(wire['size'])
  const uploaded = isUploaded(wire, sizeBytes)
  const previews = phpMap(phpMap(wire['mediaUrl'])['preview'])
  return {
    id: id as FileId,
    chatId: (Number(wire['chatId']) || null) as ChatId | null,
    // A vector image may hold scripts: it is listed as a file, never drawn as a picture.
    kind: extension === 'svg' || !kinds.has(kind) ? 'file' : (kind as ChatFile['kind']),
    name: name || `${text(wire['id'])}${extension ? `.${extension}` : ''}`,
    extension,
    sizeBytes,
    size: decodeSize(wire['image']),
    uploaded,
    uploadUnsure: uploaded && isCalledUpload(wire),
    previewUrl: httpUrl(wire['urlPreview'], portal) ?? httpUrl(previews['250'], portal),
    showUrl: httpUrl(wire['urlShow'], portal),
    downloadUrl: httpUrl(wire['urlDownload'], portal),
    voiceNote: flag(wire['isVoiceNote']),
    videoNote: flag(wire['isVideoNote']),
  }
}

export const decodeFiles = (value: unknown, portal: string): ChatFile[] => listOf(value).flatMap((entry) => decodeFile(entry, portal) ?? [])
