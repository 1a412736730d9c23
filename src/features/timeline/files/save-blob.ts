/** Characters that some system does not allow in file names, and those that hide what a name is. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Saves bytes under a name of somebody else's choice, made safe. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(UNSAFE, '_').replace(/^\.+/, '_').slice(-150) || 'file'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
