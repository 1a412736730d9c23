/** Rows under one heading. */
export interface PanelSection {
  /** Null for none. */
  readonly heading: string | null
  readonly keys: readonly string[]
}

/** A row of a list, or a heading in it. */
interface PanelLine {
  readonly key: string
  /** Its index. */
  readonly section: number
  /** Null for a heading. */
  readonly row: {
    /** Of all rows. */
    readonly index: number
    /** In its section, from 1. */
    readonly position: number
  } | null
}

/** All lines of some sections, from top to bottom. */
export function linesOf(sections: readonly PanelSection[]): PanelLine[] {
  let index = 0
  return sections.flatMap(({ heading, keys }, section) => {
    const rows = keys.map((key, at): PanelLine => ({ key, section, row: { index: index++, position: at + 1 } }))
    return heading === null ? rows : [{ key: `heading ${keys[0] ?? section}`, section, row: null }, ...rows]
  })
}
