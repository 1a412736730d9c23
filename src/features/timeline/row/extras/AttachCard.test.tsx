import { describe, expect, it } from 'vitest'
import type { AttachBlock, GridCell } from '~/domain/message/attach'
import { markupOf, readable } from '~/testing/rendering'
import { AttachCard } from './AttachCard.tsx'

const drawn = (block: AttachBlock, showExternalImages = false) =>
  markupOf(<AttachCard attach={{ color: null, plain: false, blocks: [block] }} />, { showExternalImages })

const cell = (value: string, leadsTo: GridCell['leadsTo']): AttachBlock => ({
  type: 'grid',
  cells: [{ display: 'block', name: '', value, color: null, width: null, leadsTo }],
})
const link = (name: string, href: string): AttachBlock => ({ type: 'link', name, description: '', leadsTo: { href }, preview: null })

const EVIL = 'https://evil.example/'
const DECEIT = 'https://acme.example/login'

describe('a card', () => {
  it('tells the host that its links lead to, whatever stands in their place', () => {
    const blocks: AttachBlock[] = [
      link(DECEIT, EVIL),
      { type: 'user', name: DECEIT, avatarUrl: null, leadsTo: { href: EVIL } },
      { type: 'file', name: DECEIT, href: EVIL, size: null },
      cell(DECEIT, { href: EVIL }),
      cell(`[url=${EVIL}]${DECEIT}[/url]`, null),
      { type: 'image', picture: { address: 'https://img.example/x.png', name: DECEIT, width: null, height: null }, href: EVIL },
    ]
    for (const block of blocks)
      expect(drawn(block), JSON.stringify(block)).toMatch(/<small[^>]*>evil\.example<|data-host="\(evil\.example\)"/)
    // Those of the portal lead where the reader is.
    expect(readable(drawn(link('Deal', 'https://acme.example/crm/deal/details/1/')))).toBe('Deal')
    // Letters that only look like others are told apart.
    expect(drawn(link('Login', 'https://xn--cme-5cd.example/'))).toContain('xn--cme-5cd.example')
  })

  it('has no link in a link', () => {
    const nested = drawn(cell(`see [url=${EVIL}]this[/url]`, { href: 'https://b.example/' }))
    expect(nested).not.toMatch(/<a (?:(?!<\/a>).)*<a /)
    expect(nested.match(/<a /g)).toHaveLength(2)
    expect(drawn(cell('[b]bold[/b]', { href: EVIL }))).toMatch(/<a [^>]*><div[^>]*><b>bold<\/b><\/div><small/)
    expect(drawn(cell('[user=503]Ann[/user]', { dialog: 'chat5' }))).not.toMatch(/<a (?:(?!<\/a>).)*role="button"/)
  })

  it('shows initials until an avatar that it names is asked for', () => {
    const user = (avatarUrl: string): AttachBlock => ({ type: 'user', name: 'Ann Present', avatarUrl, leadsTo: { href: EVIL } })
    const waits = drawn(user('https://img.example/ann.png'))
    expect(waits).not.toContain('<img')
    expect(waits).toMatch(/aria-label="Show picture from img\.example"><span[^>]*>AP</)
    expect(waits).not.toMatch(/<a (?:(?!<\/a>).)*<button/)
    expect(drawn(user('https://img.example/ann.png'), true)).toContain('<img')
    expect(drawn(user('https://acme.example/upload/ann.png'))).toContain('<img')
    expect(drawn(user('https://acme.example/?logout=yes&.png'))).not.toContain('<img')
  })
})
