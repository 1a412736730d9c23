import { Tag } from 'bbcode-to-react'
import { createElement, Fragment, type ReactNode } from 'react'
import type { TagNode } from './pair.ts'
import { writtenText } from './written-text.ts'

/** So many can be handed over as arguments. */
const MAX_ARGUMENTS = 30_000

/** What tags draw, one after the other: as arguments and not as a list, for which React would ask for keys. */
export function contentOf(tags: readonly Tag[]): ReactNode {
  if (tags.length < 2) return tags[0]?.toReact()
  const drawn = tags.map((tag) => tag.toReact())
  if (drawn.length <= MAX_ARGUMENTS) return createElement(Fragment, null, ...drawn)
  return drawn.map((part, index) => <Fragment key={index}>{part}</Fragment>)
}

/** Base of every tag. */
export abstract class BBCodeTag extends Tag {
  /** What it was parsed from. */
  node!: TagNode

  abstract render(): ReactNode

  override toReact(): ReactNode {
    return this.render()
  }

  /** The children, rendered. */
  content(): ReactNode {
    return contentOf(this.children)
  }

  /** The text inside, without markup. */
  plain(): string {
    return writtenText([this.node])
  }

  /** Whether it stands in a link, where nothing else can be pressed. */
  inLink(): boolean {
    for (let outer = this.parent; outer; outer = outer.parent) if (outer.name === 'url') return true
    return false
  }
}
