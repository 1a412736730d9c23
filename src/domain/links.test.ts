import { expect, it } from 'vitest'
import { linksOf } from './links.ts'

it('links of a text are those that lead to the web, each once', () => {
  expect(
    linksOf('[URL=https://a.example/x]label[/URL] and [url]https://b.example[/url], https://c.example/y. https://a.example/x'),
  ).toEqual(['https://a.example/x', 'https://b.example/', 'https://c.example/y.'])
  expect(linksOf('[URL=javascript:alert(1)]x[/URL] [URL=/crm/1/]y[/URL] mailto:a@b.example')).toEqual([])
})
