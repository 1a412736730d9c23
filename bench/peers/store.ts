/** What the peers' pages show: the messages of the demo portal, as plain as a list can have them. */
export interface PeerMessage {
  readonly id: number
  readonly author: string
  readonly time: string
  readonly text: string
  /** Address of a picture of unknown size; null for none. */
  readonly picture: string | null
}

interface Wire {
  readonly messages: readonly { readonly id: number; readonly author_id: number; readonly date: string; readonly text: string }[]
  readonly users: readonly { readonly id?: number; readonly name?: string }[]
}

const query = new URLSearchParams(location.search)
const portal = query.get('portal') ?? ''
const dialog = query.get('dialog') ?? ''
/** With pictures, every fourth message has one, whose size is unknown until it has loaded. */
const pictures = query.has('pictures')

const LIMIT = 50
const NEWEST = 2_147_483_647

async function load(params: Readonly<Record<string, number>>): Promise<PeerMessage[]> {
  const response = await fetch(`${portal}/rest/503/demo/im.dialog.messages.get`, {
    method: 'POST',
    body: new URLSearchParams({
      DIALOG_ID: dialog,
      LIMIT: String(LIMIT),
      ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    }),
  })
  const { result } = (await response.json()) as { result: Wire }
  const names = new Map(result.users.map((user) => [user.id, user.name ?? '']))
  return result.messages
    .map(({ id, author_id: author, date, text }) => ({
      id,
      author: names.get(author) ?? '',
      time: date.slice(11, 16),
      text,
      picture: pictures && id % 4 === 0 ? `/picture/${id}.svg` : null,
    }))
    .toSorted((a, b) => a.id - b.id)
}

/** The messages that a page holds. It only ever grows at its older end, or is replaced as a whole by a jump. */
export class PeerStore {
  messages: readonly PeerMessage[] = []
  /** Changes with every jump, so that the list is created again. */
  place = 0
  /** The message to open at; null for the end. */
  target: number | null = null
  /** Messages prepended since the list was created. */
  prepended = 0
  #loading = false
  #hold = 0
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }

  async open(): Promise<void> {
    this.messages = await load({ LAST_ID: NEWEST })
    this.place++
    this.#changed()
  }

  readonly older = async (): Promise<void> => {
    const oldest = this.messages[0]
    if (this.#loading || !oldest || performance.now() < this.#hold) return
    this.#loading = true
    const page = await load({ LAST_ID: oldest.id })
    this.messages = [...page, ...this.messages]
    this.prepended += page.length
    this.#loading = false
    this.#changed()
  }

  /** Holds a number of messages at once, like a page that has been open for long. */
  async preload(count: number): Promise<void> {
    this.#loading = true
    const pages: (readonly PeerMessage[])[] = []
    let held = this.messages.length
    let oldest = this.messages[0]?.id ?? NEWEST
    while (held < count) {
      const page = await load({ LAST_ID: oldest })
      if (page.length === 0) break
      oldest = page[0]?.id ?? 0
      held += page.length
      pages.unshift(page)
    }
    this.messages = [...pages.flat(), ...this.messages]
    this.#loading = false
    this.target = null
    this.prepended = 0
    this.place++
    this.#changed()
  }

  /** To a message that is not loaded: one request for its surroundings, then a list that opens there. */
  async jump(id: number): Promise<void> {
    const [below, above] = await Promise.all([load({ LAST_ID: id }), load({ FIRST_ID: id - 1 })])
    this.messages = [...below, ...above]
    this.target = id
    this.prepended = 0
    this.place++
    // One of the lists loses its place when something is prepended while it opens.
    this.#hold = performance.now() + 300
    this.#changed()
  }
}
