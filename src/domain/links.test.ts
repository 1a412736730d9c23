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
