/** A piece of a text as catalogues are compiled: words, a value by its name, `#` for the number counted, or a plural. */
type Piece = string | readonly [name: string] | readonly [name: string, kind: 'plural', cases: Readonly<Record<string, CompiledText>>]
type CompiledText = string | readonly Piece[]
export type Messages = Readonly<Record<string, CompiledText>>
export type Values = Readonly<Record<string, string | number>>

/**
 * The texts of one language, by id. Of what the catalogues' own library can format at run time only values and
 * plurals occur here, and its size stands between the reader and the first message (`docs/decisions/0006-texts.md`).
 */
export class Texts {
  readonly language: string
  readonly #messages: Record<string, CompiledText>
  // Made when they are first needed: each takes its time, and the first picture needs neither.
  #plurals: Intl.PluralRules | undefined
  #number: Intl.NumberFormat | undefined

  constructor(language: string, messages: Messages) {
    this.language = language
    this.#messages = { ...messages }
  }

  /** Adds texts that have come later. */
  add(messages: Messages): void {
    Object.assign(this.#messages, messages)
  }

  /** The text of an id; the id itself when there is none. */
  readonly get = (id: string, values: Values = {}): string => this.#write(this.#messages[id] ?? id, values, '#')

  #write(text: CompiledText, values: Values, count: string): string {
    if (typeof text === 'string') return text
    return text
      .map((piece): string => {
        if (typeof piece === 'string') return piece === '#' ? count : piece
        const [name, , cases] = piece
        const value = values[name] ?? ''
        if (!cases) return String(value)
        this.#plurals ??= new Intl.PluralRules(this.language)
        this.#number ??= new Intl.NumberFormat(this.language)
        const chosen = cases[this.#plurals.select(Number(value))] ?? cases['other'] ?? ''
        return this.#write(chosen, values, this.#number.format(Number(value)))
      })
      .join('')
  }
}
