/** Characters that some system does not allow in file names, and those that turn the direction of what follows. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Characters that nobody sees. Joiners stay where scripts and emoji want them: between two that are not ASCII. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- ranges of code points, one by one
  /(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u2800\u3164\uffa0]|(?<![^\u0000-\u007f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u007f])/gu
/** Names that Windows keeps for devices, whatever their extension, also with blanks before it and with digits above the line. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i
/** What a system opens, follows or shows by itself when somebody merely looks into a folder, and what names a place elsewhere. */
const AUTOMATIC =
  /(?:^(?:desktop\.ini|autorun\.inf)|\.(?:lnk|url|scf|pif|website|desktop|webloc|inetloc|fileloc|(?:library|search|searchconnector)-ms|\{[-\da-f]+\}))$/i
const MAX_LENGTH = 150

/** A file name that somebody else chose, made safe for every system; its extension is kept unless a system would act on it. */
export const safeFileName = (name: string): string =>
  name
    .toWellFormed()
    .replace(UNSAFE, '_')
    .replace(INVISIBLE, '')
    // Many blanks push what a file really is out of sight.
    .replace(/\s+/gu, ' ')
    .slice(-MAX_LENGTH)
    .toWellFormed()
    .trim()
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '_')
    .replace(AUTOMATIC, '$&_')
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
