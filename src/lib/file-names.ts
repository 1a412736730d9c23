/** Characters that some system does not allow in file names, and invisible ones that disguise a name. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const MAX_LENGTH = 150

/** A file name that somebody else chose, made safe for every system; its extension is kept. */
export const safeFileName = (name: string): string =>
  name
    .toWellFormed()
    .replace(UNSAFE, '_')
    .slice(-MAX_LENGTH)
    .toWellFormed()
    .trim()
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '_')
    .replace(DEVICE, '_$&') || 'file'

/** `report.pdf`, the second time `report (2).pdf`. */
export function numbered(name: string, number: number): string {
  if (number < 2) return name
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${number})${name.slice(dot)}` : `${name} (${number})`
}

/** Safe names for files in one folder, in their order; some systems do not distinguish upper and lower case. */
export function uniqueFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const safe = safeFileName(name)
    let number = 1
    while (taken.has(numbered(safe, number).toLowerCase())) number++
    const free = numbered(safe, number)
    taken.add(free.toLowerCase())
    return free
  })
}
