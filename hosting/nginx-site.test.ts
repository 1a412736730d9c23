import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageHeaders } from './headers.mjs'
import { nginxSite } from './nginx-site.mjs'
import { readSettings } from './settings.mjs'

it('the site file that is here is the one that the headers make', () => {
  expect(readFileSync(new URL('nginx-site.conf', import.meta.url), 'utf8')).toBe(nginxSite(readSettings({})))
})

it('the site file sends what the server sends, for the portals that are named', () => {
  const settings = readSettings({ PORTALS: 'https://portal.example.com', FRAME_ANCESTORS: 'https://box.example.org' })
  for (const [name, value] of Object.entries(pageHeaders(settings))) expect(nginxSite(settings)).toContain(`add_header ${name} "${value}"`)
  // For the page and for the help.
  expect(nginxSite(settings).match(/add_header Content-Security-Policy /g)).toHaveLength(2)
  expect(nginxSite(settings)).toContain("connect-src 'self' https://portal.example.com;")
})
