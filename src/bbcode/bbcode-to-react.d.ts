declare module 'bbcode-to-react' {
  import type { ReactNode } from 'react'

  export interface TagSettings {
    name?: string | null
    parent?: Tag | null
    text?: string
    params?: [name: string, value: string][]
  }
  export type Renderer = object
  export class Tag {
    constructor(renderer: Renderer, settings?: TagSettings)
    renderer: Renderer
    name: string | null
    parent: Tag | null
    text: string
    params: Record<string, string>
    children: Tag[]
    getComponents(): ReactNode[]
    toReact(): ReactNode
  }
  export type TagClass = new (renderer: Renderer, settings?: TagSettings) => Tag
  export class Parser {
    constructor(allowedTags?: readonly string[] | null)
    tags: Record<string, TagClass>
    renderer: Renderer
    registerTag(name: string, tag: TagClass): void
    parse(input: string): Tag
    toReact(input: string): ReactNode
  }
}
