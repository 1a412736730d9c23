/** A card beneath a message, as bots and link previews make them (`docs/bitrix24/bbcode.md` §6). */
export interface Attach {
  /** `#rrggbb`; null for the default. */
  readonly color: string | null
  /** Without a coloured edge. */
  readonly plain: boolean
  readonly blocks: readonly AttachBlock[]
}

export type AttachBlock =
  /** BBCode. */
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'user'; readonly name: string; readonly avatarUrl: string | null; readonly leadsTo: LeadsTo }
  | {
      readonly type: 'link'
      readonly name: string
      readonly description: string
      readonly leadsTo: LeadsTo
      readonly preview: AttachPicture | null
    }
  | { readonly type: 'image'; readonly picture: AttachPicture; readonly href: string | null }
  | { readonly type: 'file'; readonly name: string; readonly href: string | null; readonly size: number | null }
  | { readonly type: 'grid'; readonly cells: readonly GridCell[] }
  /** `width` in px. */
  | { readonly type: 'delimiter'; readonly width: number; readonly color: string | null }

/** Target of the link: a web address, or a dialog that can be read here. */
export type LeadsTo = { readonly href: string } | { readonly dialog: string } | null

export interface AttachPicture {
  /** Absolute. */
  readonly address: string
  readonly name: string
  /** px; null when the portal does not send it. */
  readonly width: number | null
  readonly height: number | null
}

export interface GridCell {
  /** Name above its value, cells of a line, or name beside its value. */
  readonly display: 'block' | 'line' | 'row'
  readonly name: string
  /** BBCode. */
  readonly value: string
  /** `#rrggbb` of the value; null for the default. */
  readonly color: string | null
  /** Of the cell, px; null for as wide as its content. */
  readonly width: number | null
  readonly leadsTo: LeadsTo
}

/** A button of a bot's keyboard (`docs/bitrix24/bbcode.md` §7). */
export interface KeyboardButton {
  readonly text: string
  /** As wide as the row, or beside others. */
  readonly block: boolean
  /** px */
  readonly width: number | null
  /** `#rrggbb` */
  readonly background: string | null
  /** What pressing does here: open a link, copy, or only say what it would do in the messenger. */
  readonly action:
    | { readonly type: 'link'; readonly href: string }
    | { readonly type: 'copy'; readonly text: string }
    | { readonly type: 'inert'; readonly does: 'send' | 'put' | 'call' | 'app' | 'none'; readonly value: string }
}

/** Rows of buttons. */
export type Keyboard = readonly (readonly KeyboardButton[])[]
