import { safeFileName } from './text/file-names.ts'

/** Saves bytes under a name that somebody else chose, made safe. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = safeFileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
