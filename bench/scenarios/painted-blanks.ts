import { inflateSync } from 'node:zlib'
import { HELD, type Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'

/** Screenshots of what was really painted, with the ground behind the rows in magenta: how much of it shows. */
export const paintedBlanks: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20')
  await subject.preload(tab, HELD)
  await tab.frames(30)
  await tab.page.addStyleTag({
    content:
      '[data-testid="message-list"]{background:#f0f!important}[data-message-id],[data-row-key]{background:#fff!important}[data-testid="message-list"] *{border-radius:0!important}',
  })
  const shots: string[] = []
  const onFrame = ({ data, sessionId }: { data: string; sessionId: number }) => {
    void tab.cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
    shots.push(data)
  }
  tab.cdp.on('Page.screencastFrame', onFrame)
  await tab.cdp.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 200, everyNthFrame: 1 })
  await tab.gesture(-36_000, 12_000)
  await tab.cdp.send('Page.stopScreencast')
  // Looked at afterwards: the browser and this process share the machine.
  const shares = shots.map(magentaShare)
  return { shots: shares.length, 'blank > 5 %': shares.filter((share) => share > 0.05).length, 'worst %': 100 * Math.max(0, ...shares) }
}

/** The largest run of whole lines that are magenta in a strip in the middle of the list, as a share of its height. */
function magentaShare(png: string): number {
  const { width, height, channels, lines } = decodePng(Buffer.from(png, 'base64'))
  let blank = 0
  const at = Math.floor(width * 0.6)
  for (let y = Math.floor(height * 0.15); y < height * 0.9; y++) {
    const x = at * channels
    const line = lines[y] as Uint8Array
    if ((line[x] ?? 0) > 200 && (line[x + 1] ?? 255) < 80 && (line[x + 2] ?? 0) > 200) blank++
  }
  return blank / (height * 0.75)
}

/** Eight-bit PNG, as the browser's screenshots are. */
function decodePng(png: Buffer): { width: number; height: number; channels: number; lines: Uint8Array[] } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const lines: Uint8Array[] = []
  let before = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    const line = new Uint8Array(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x++) {
      const a = x >= channels ? (line[x - channels] ?? 0) : 0
      const b = before[x] ?? 0
      const c = x >= channels ? (before[x - channels] ?? 0) : 0
      const p = a + b - c
      const paeth =
        Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c) ? a : Math.abs(p - b) <= Math.abs(p - c) ? b : c
      line[x] = (line[x] ?? 0) + ([0, a, b, (a + b) >> 1, paeth][filter] ?? 0)
    }
    lines.push(line)
    before = line
  }
  return { width, height, channels, lines }
}
