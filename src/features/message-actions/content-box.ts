/** What is as wide as it is drawn; all else in a message is as wide as the column. */
const BOXES = 'img, video, button, pre, blockquote, table, canvas'
/** Pieces of a message that are looked at: a long one fills the column anyway. */
const MOST_PIECES = 200

const unite = (a: DOMRect, b: DOMRect): DOMRect => {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top)
}

function* piecesOf(message: Element): Generator<DOMRect> {
  const nodes = document.createTreeWalker(message, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const range = document.createRange()
  for (let left = MOST_PIECES; left > 0 && nodes.nextNode(); left--) {
    const { currentNode: node } = nodes
    if (node instanceof Element) {
      if (node.matches(BOXES)) yield node.getBoundingClientRect()
    } else if (node.nodeValue?.trim() && !node.parentElement?.closest('.visually-hidden')) {
      range.selectNodeContents(node)
      yield* range.getClientRects()
    }
  }
}

interface ContentBox {
  /** Around everything that is seen of a message. */
  readonly box: DOMRect
  /** Its first line. */
  readonly firstLine: DOMRect
}

/** Where the writing of a message stands in its row, which is as wide as the column. */
export function contentBox(message: Element): ContentBox {
  let box: DOMRect | null = null
  let firstLine: DOMRect | null = null
  for (const piece of piecesOf(message)) {
    if (piece.width === 0) continue
    box = box ? unite(box, piece) : piece
    if (!firstLine || (piece.top < firstLine.bottom - 4 && piece.bottom > firstLine.top + 4))
      firstLine = firstLine ? unite(firstLine, piece) : piece
  }
  const row = message.getBoundingClientRect()
  return { box: box ?? row, firstLine: firstLine ?? row }
}
