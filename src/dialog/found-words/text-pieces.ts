/** One of the pieces in which a text stands on the screen; without a node, what keeps two of them apart. */
export interface TextPiece {
  readonly text: string
  readonly node: Text | null
}

const APART: TextPiece = { text: '\n', node: null }

/** Elements that stand in lines of their own. */
const BLOCKS = new Set(['BLOCKQUOTE', 'BR', 'DIV', 'HR', 'LI', 'OL', 'P', 'PRE', 'TABLE', 'TD', 'TH', 'TR', 'UL'])

/** Shown among the words of a message and none of them, such as buttons. */
const BESIDE = 'button, [data-beside-text]'

/** The letters of a message as they stand on the screen, in their order (see `shownText`, which says the same of one that is not shown). */
export function textPieces(element: Element, found: TextPiece[] = []): TextPiece[] {
  for (const node of element.childNodes) {
    if (node instanceof Text) found.push({ text: node.data, node })
    else if (node instanceof Element && !node.matches(BESIDE)) {
      const isBlock = BLOCKS.has(node.tagName)
      if (isBlock) found.push(APART)
      textPieces(node, found)
      if (isBlock) found.push(APART)
    }
  }
  return found
}
