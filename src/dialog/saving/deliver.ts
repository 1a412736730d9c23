import { downloadZip } from 'client-zip'
import { numbered } from '~/lib/text/file-names'
import { saveBlob } from '~/lib/save-blob'

/** A file on its way to the reader's disk. */
export interface Delivery {
  /** Safe, and unique within the job. */
  readonly name: string
  readonly blob: Blob
  /** Epoch ms; null when unknown. */
  readonly sentAt: number | null
}

/**
 * Takes files one by one until there are no more. @param onRefused is called, before the next file is taken, with one that
 * cannot be written though others may be. @throws errors of the disk that concern all of them
 */
export type Deliver = (files: AsyncIterable<Delivery>, onRefused: (file: Delivery) => void) => Promise<void>

type DirectoryPicker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const free = numbered(name, number)
    try {
      await folder.getFileHandle(free)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return free
      // The name is taken by a folder.
      if (!(error instanceof DOMException && error.name === 'TypeMismatchError')) throw error
    }
  }
}

/** No room, no permission any more, or no folder: the files after this one would fare no better. */
const FOR_ALL = new Set(['QuotaExceededError', 'NotAllowedError', 'NotFoundError'])

async function write(folder: FileSystemDirectoryHandle, { name, blob }: Delivery): Promise<void> {
  const free = await freeName(folder, name)
  const handle = await folder.getFileHandle(free, { create: true })
  try {
    await blob.stream().pipeTo(await handle.createWritable())
  } catch (error) {
    // Browsers look at what was written before they let it be a file; what they refuse is left empty.
    await folder.removeEntry(free).catch(() => {})
    throw error
  }
}

/** Into a folder the reader chose, without overwriting anything. Browsers refuse some names there, such as `x.lnk`. */
const intoFolder =
  (folder: FileSystemDirectoryHandle): Deliver =>
  async (files, onRefused) => {
    for await (const file of files) {
      try {
        await write(folder, file)
      } catch (error) {
        if (error instanceof DOMException && FOR_ALL.has(error.name)) throw error
        onRefused(file)
      }
    }
  }

/** Into one archive, which the browser keeps on disk when it is large. */
const intoArchive =
  (archive: string): Deliver =>
  async (files) => {
    let count = 0
    const entries = async function* () {
      for await (const { name, blob, sentAt } of files) {
        count++
        yield { name, input: blob, size: blob.size, lastModified: new Date(sentAt ?? Date.now()) }
      }
    }
    const zip = await downloadZip(entries()).blob()
    if (count > 0) saveBlob(zip, archive)
  }

/** As an ordinary download. */
const alone: Deliver = async (files) => {
  for await (const { name, blob } of files) saveBlob(blob, name)
}

/**
 * Where files go: into a folder where the browser lets one be chosen, else into an archive; a single one goes as it is.
 * Null when the reader cancels. Must be called from a click, or no folder can be chosen.
 */
export async function chooseDelivery(count: number, archive: string): Promise<Deliver | null> {
  if (count === 1) return alone
  const pick = (window as { showDirectoryPicker?: DirectoryPicker }).showDirectoryPicker
  if (!pick) return intoArchive(archive)
  try {
    return intoFolder(await pick.call(window, { mode: 'readwrite' }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    // Cross-origin frames may not choose folders.
    return intoArchive(archive)
  }
}
