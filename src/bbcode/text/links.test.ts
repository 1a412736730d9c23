import { expect, it } from 'vitest'
import { linksOf } from './links.ts'

it('links of a text are those that lead to the web, each once', () => {
  expect(
    linksOf(
      '[URL=https://a.example/x]label[/URL] and [url]https://b.example[/url], https://c.example/y. https://a.example/x (https://d.example/z_(1)), «https://e.example»',
    ),
  ).toEqual(['https://a.example/x', 'https://b.example/', 'https://c.example/y', 'https://d.example/z_(1)', 'https://e.example/'])
  expect(linksOf('[URL=javascript:alert(1)]x[/URL] [URL=/crm/1/]y[/URL] mailto:a@b.example')).toEqual([])
})

it('links of a text are those that are shown as links', () => {
  // Links in code do not count, and a tag that the portal took into an address is not part of it.
  expect(linksOf('[code]https://a.example[/code] [b][URL=https://b.example%5B/b%5D]https://b.example[/b][/URL]')).toEqual([
    'https://b.example/',
  ])
  expect(linksOf('[img size=small]https://c.example/p.png [/img]')).toEqual(['https://c.example/p.png'])
  expect(linksOf('>> [url=https://d.example]quoted[/url]')).toEqual(['https://d.example/'])
})
