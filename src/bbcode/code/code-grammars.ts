import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import diff from 'highlight.js/lib/languages/diff'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import type { CodeKind, CodeRange } from './code-kinds.ts'

/** By the first word of the library's scope names. */
const kindOf: Readonly<Record<string, CodeKind>> = {
  keyword: 'keyword',
  literal: 'keyword',
  built_in: 'keyword',
  type: 'keyword',
  'selector-tag': 'keyword',
  addition: 'string',
  string: 'string',
  regexp: 'string',
  char: 'string',
  number: 'number',
  symbol: 'number',
  comment: 'comment',
  quote: 'comment',
  deletion: 'meta',
  meta: 'meta',
  title: 'name',
  attr: 'name',
  attribute: 'name',
  name: 'name',
  section: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
}

/** Collects ranges; the library's own emitter makes HTML. */
class RangeEmitter {
  readonly ranges: CodeRange[] = []
  #at = 0
  readonly #open: { readonly scope: string; readonly start: number }[] = []

  addText(text: string): void {
    this.#at += text.length
  }

  openNode(scope: string): void {
    this.startScope(scope)
  }

  closeNode(): void {
    this.endScope()
  }

  startScope(scope: string): void {
    this.#open.push({ scope, start: this.#at })
  }

  endScope(): void {
    const opened = this.#open.pop()
    const kind = opened && kindOf[opened.scope.split('.')[0] ?? '']
    if (opened && kind) this.ranges.push({ kind, start: opened.start, end: this.#at })
  }

  __addSublanguage(inner: RangeEmitter): void {
    for (const { kind, start, end } of inner.ranges) this.ranges.push({ kind, start: start + this.#at, end: end + this.#at })
    this.#at += inner.#at
  }

  finalize(): void {
    while (this.#open.length > 0) this.endScope()
  }

  toHTML(): string {
    return ''
  }
}

const languages = { bash, cpp, csharp, diff, go, ini, java, javascript, json, php, python, sql, typescript, xml, yaml }
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language)
hljs.configure({ __emitter: RangeEmitter })

/** A lower relevance does not count: logs and addresses look a little like anything, most of all like style sheets. */
const MIN_RELEVANCE = 3

/** The tokens of a code in its most likely language; none where no language is likely. */
export function rangesOf(code: string): readonly CodeRange[] {
  const { relevance, _emitter } = hljs.highlightAuto(code) as unknown as { readonly relevance: number; readonly _emitter: RangeEmitter }
  return relevance < MIN_RELEVANCE ? [] : _emitter.ranges
}
