import { crc32, deflateSync } from 'node:zlib'
import { hash } from '../random.ts'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A landscape of coloured bands, different for every seed; 8-bit RGB. */
export function landscapePng(seed: number, width: number, height: number): Buffer {
  const sky = [150 + (hash(seed, 1) % 80), 170 + (hash(seed, 2) % 60), 190 + (hash(seed, 3) % 60)] as const
  const ground = [70 + (hash(seed, 4) % 90), 80 + (hash(seed, 5) % 80), 60 + (hash(seed, 6) % 70)] as const
  const horizon = height * (0.35 + (hash(seed, 7) % 30) / 100)
  const waves = 1 + (hash(seed, 8) % 4)
  const rows = Buffer.alloc((width * 3 + 1) * height)
  // Tests ask for hundreds: the horizon is the same in every row, and the sky of one colour in each.
  const line = Float64Array.from({ length: width }, (_, x) => horizon + Math.sin((x / width) * Math.PI * waves + seed) * height * 0.12)
  for (let y = 0; y < height; y++) {
    let at = y * (width * 3 + 1) + 1
    const [red, green, blue] = sky.map((part) => Math.trunc(part * (1 - (y / height) * 0.35))) as [number, number, number]
    for (const edge of line) {
      if (y > edge) {
        const shade = 1 - ((y - edge) / height) * 0.5
        rows[at++] = ground[0] * shade
        rows[at++] = ground[1] * shade
        rows[at++] = ground[2] * shade
      } else {
        rows[at++] = red
        rows[at++] = green
        rows[at++] = blue
      }
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
