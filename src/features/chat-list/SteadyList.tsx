import { Component, createRef, type ReactNode } from 'react'

interface SteadyListProps {
  readonly className: string | undefined
  /** Entries that are to stay where the reader sees them have `data-entry`, which names each. */
  readonly children: ReactNode
}

/** Tops of the entries in sight, px from the top of the box, by name. */
type Tops = ReadonlyMap<string, number>

/**
 * A box that scrolls, whose entries may come, go and change places by themselves: what the reader sees of it stays where it is.
 * At the very top it stays at the top, where what is new appears. The focus needs nothing: React keeps it on an entry that moves.
 */
export class SteadyList extends Component<SteadyListProps> {
  readonly #box = createRef<HTMLDivElement>()

  #topsInSight(): Tops {
    const tops = new Map<string, number>()
    const box = this.#box.current
    if (!box) return tops
    const { top, bottom } = box.getBoundingClientRect()
    for (const entry of box.querySelectorAll<HTMLElement>('[data-entry]')) {
      const rect = entry.getBoundingClientRect()
      if (rect.bottom > top && rect.top < bottom) tops.set(entry.dataset['entry'] ?? '', rect.top - top)
    }
    return tops
  }

  override getSnapshotBeforeUpdate(): Tops | null {
    return (this.#box.current?.scrollTop ?? 0) > 0 ? this.#topsInSight() : null
  }

  override componentDidUpdate(_props: SteadyListProps, _state: unknown, before: Tops | null): void {
    const box = this.#box.current
    if (!box || !before || before.size === 0) return
    const { top } = box.getBoundingClientRect()
    const shifts = [...box.querySelectorAll<HTMLElement>('[data-entry]')]
      .flatMap((entry) => {
        const was = before.get(entry.dataset['entry'] ?? '')
        return was === undefined ? [] : [entry.getBoundingClientRect().top - top - was]
      })
      .toSorted((a, b) => a - b)
    // The middle one: an entry that has moved to another place itself must not take the list along.
    box.scrollTop += shifts[Math.floor(shifts.length / 2)] ?? 0
  }

  override render() {
    return (
      <div ref={this.#box} className={this.props.className}>
        {this.props.children}
      </div>
    )
  }
}
