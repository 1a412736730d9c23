import { describe, expect, it } from 'vitest'
import { archiveOf, faultsOf } from './archive.mjs'

const file = (name: string, text = '') => ({ name, input: Buffer.from(text), lastModified: new Date(0) })

describe('the archive for a portal', () => {
  it('is fine where all that the page loads is in it, by relative addresses', () => {
    const files = [
      file('index.html', '<script src="./assets/a.js"></script><link href="assets/a.css"><a href="#main">x</a>'),
      file('assets/a.js'),
      file('assets/a.css', 'b{background:url("./x.svg")} i{background:url(data:image/png;base64,AA)}'),
      file('assets/x.svg'),
    ]
    expect(faultsOf(files)).toEqual([])
  })

  it('tells what would be missing, or lead out of a folder that nobody knows in advance', () => {
    expect(faultsOf([file('assets/a.js')])).toEqual(['There is no index.html at the top.'])
    expect(
      faultsOf([
        file('index.html', '<script src="/assets/a.js"></script><img src="https://elsewhere.example/x.png"><link href="none.css">'),
      ]),
    ).toEqual([
      'index.html: “/assets/a.js” leads out of the archive’s folder.',
      'index.html: “https://elsewhere.example/x.png” leads out of the archive’s folder.',
      'index.html: “none.css” is missing.',
    ])
    expect(faultsOf([file('index.html'), file('assets/имя.js')])).toEqual(['assets/имя.js: portals may refuse this name.'])
  })

  it('holds every file, and is the same to the byte for the same build', async () => {
    const files = [file('index.html', '<p>The app</p>'), file('assets/a.js', 'let a')]
    const archive = await archiveOf(files)
    expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    for (const text of ['index.html', 'assets/a.js', '<p>The app</p>', 'let a']) expect(archive.includes(text), text).toBe(true)
    expect((await archiveOf(files)).equals(archive)).toBe(true)
  })
})
