import { hash, pick } from '../random.ts'
import { userById } from '../people.ts'
import { portalDate, type WireFile } from '../wire.ts'

export type FileKind = 'image' | 'pdf' | 'sheet' | 'voice' | 'video' | 'videoNote' | 'zip'

/** File k of a message; ten at most. */
export const fileIdFor = (messageId: number, k: number): number => messageId * 10 + k

const sizes = [
  [1600, 1067],
  [1200, 1600],
  [1920, 1080],
  [800, 800],
  [640, 2200],
  [2400, 700],
  [320, 240],
  [90, 60],
] as const

const names: Record<FileKind, readonly (readonly [name: string, extension: string])[]> = {
  image: [
    ['warehouse-row.png', 'png'],
    ['фото склада.png', 'png'],
    ['screenshot.png', 'png'],
  ],
  pdf: [
    ['act-of-acceptance.pdf', 'pdf'],
    ['Договор поставки.pdf', 'pdf'],
    ['invoice.pdf', 'pdf'],
  ],
  sheet: [
    ['Смета.xlsx', 'xlsx'],
    ['prices-2026.xlsx', 'xlsx'],
  ],
  voice: [['voice_message.ogg', 'ogg']],
  video: [['dock-4.webm', 'webm']],
  videoNote: [['video_note.webm', 'webm']],
  zip: [['backup.zip', 'zip']],
}

export interface FileSeed {
  readonly id: number
  readonly chatId: number
  readonly kind: FileKind
  readonly sentAt: number
  readonly authorId: number
  /** The portal does not know the picture's size: `image: false`. */
  readonly sizeUnknown?: boolean
  readonly delayMs?: number
  readonly size?: readonly [number, number]
}

/** The portal's addresses of a file: pages of the portal, not under `/rest/` (`docs/bitrix24/rest.md` §5.4). */
export function fileAddresses(id: number, query: string): { urlPreview: string; urlShow: string; urlDownload: string } {
  const page = (action: string) => `/bitrix/services/main/ajax.php?action=disk.api.file.${action}&fileId=${id}${query}`
  return {
    urlPreview: page('showImage') + '&width=640&height=640',
    urlShow: page('showImage') + '&width=1280&height=1280',
    urlDownload: page('download'),
  }
}

/** A `files[]` entry; `docs/bitrix24/rest.md` §5.1. */
export function generatedFile(seed: FileSeed): WireFile {
  const [name, extension] = pick(names[seed.kind], seed.id, 1)
  const [width, height] = seed.size ?? pick(sizes, seed.id, 2)
  const image =
    seed.kind === 'image' && !seed.sizeUnknown
      ? { width, height }
      : seed.kind === 'video'
        ? { width: 640, height: 360 }
        : seed.kind === 'videoNote'
          ? { width: 240, height: 240 }
          : (false as const)
  const type =
    seed.kind === 'image'
      ? 'image'
      : seed.kind === 'voice'
        ? 'audio'
        : seed.kind === 'video' || seed.kind === 'videoNote'
          ? 'video'
          : 'file'
  const addresses = fileAddresses(seed.id, `&kind=${seed.kind}&w=${width}&h=${height}${seed.delayMs ? `&delay=${seed.delayMs}` : ''}`)
  return {
    id: seed.id,
    chatId: seed.chatId,
    date: portalDate(seed.sentAt),
    type,
    name,
    extension,
    size: 12_000 + (hash(seed.id, 3) % 4_000_000),
    image,
    status: 'done',
    progress: 100,
    authorId: seed.authorId,
    authorName: userById(seed.authorId)?.name ?? '',
    ...addresses,
    ...(type === 'image' || type === 'video' ? {} : { urlPreview: '' }),
    viewerAttrs: null,
    mediaUrl: type === 'image' ? { preview: { '250': addresses.urlPreview } } : [],
    isTranscribable: seed.kind === 'voice',
    isVideoNote: seed.kind === 'videoNote',
    isVoiceNote: seed.kind === 'voice',
  }
}
