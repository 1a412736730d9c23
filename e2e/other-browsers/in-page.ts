import type { Point } from './Driver.ts'

// Functions that run in the page. Each is sent as its source, so it knows nothing but its arguments.

/** Resolves once the list is at rest, has what it asked for, and was drawn alike in so many frames one after the other. */
export function settled(frames: number): Promise<void> {
  return new Promise((resolve) => {
    let before = ''
    let alike = 0
    const look = () => {
      const list = document.querySelector<HTMLElement>('[data-testid="message-list"]')
      const rows = [...(list?.querySelectorAll<HTMLElement>('[data-message-id]') ?? [])]
      const now = rows.map((row) => `${row.dataset['messageId']} ${row.getBoundingClientRect().top} ${row.offsetHeight}`).join()
      const busy = !list || 'scrolling' in list.dataset || list.querySelector('[data-loading]') !== null
      alike = now !== '' && now === before && !busy ? alike + 1 : 0
      before = now
      if (alike >= frames) resolve()
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** How much of the list is below what is in sight, px. */
export function pxToEnd(): number {
  const list = document.querySelector('[data-testid="message-list"]')
  return list ? list.scrollHeight - list.clientHeight - list.scrollTop : Number.NaN
}

export function middleOfList(): Point {
  const box = document.querySelector('[data-testid="message-list"]')?.getBoundingClientRect()
  if (!box) throw new Error('there is no list')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Resolves in the next frame in which the list can be scrolled so far towards older messages. @param px */
export function roomAbove(px: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const list = document.querySelector('[data-testid="message-list"]')
      if (list && list.scrollTop >= px) resolve()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** The message at the middle of the list, and where it stands in the viewport, px. */
export function reading(): { readonly id: string; readonly top: number } {
  const box = document.querySelector('[data-testid="message-list"]')?.getBoundingClientRect()
  const middle = box ? box.top + box.height / 2 : 0
  let best = { id: '', top: 0, away: Infinity }
  for (const row of document.querySelectorAll<HTMLElement>('[data-testid="message-list"] [data-message-id]')) {
    const { top, bottom } = row.getBoundingClientRect()
    const away = top <= middle && bottom >= middle ? 0 : Math.min(Math.abs(top - middle), Math.abs(bottom - middle))
    if (away < best.away) best = { id: row.dataset['messageId'] ?? '', top, away }
  }
  return best
}

/** Where a message stands in the viewport, px; null when it is not there. */
export const topOf = (id: string): number | null =>
  document.querySelector(`[data-testid="message-list"] [data-message-id="${id}"]`)?.getBoundingClientRect().top ?? null

/**
 * Adds up, frame by frame, how far the messages have moved: by the one nearest to the middle in the frame before, so that rows
 * and pages that are put above do not count.
 */
export function watchTravel(): void {
  const travel = { px: 0, unknown: 0 }
  Object.assign(window, { travel })
  let tops = new Map<string, number>()
  const look = () => {
    const now = new Map<string, number>()
    for (const row of document.querySelectorAll<HTMLElement>('[data-testid="message-list"] [data-message-id]'))
      now.set(row.dataset['messageId'] ?? '', row.getBoundingClientRect().top)
    const [nearest] = [...tops]
      .filter(([id]) => now.has(id))
      .sort(([, a], [, b]) => Math.abs(a - innerHeight / 2) - Math.abs(b - innerHeight / 2))
    if (nearest) travel.px += (now.get(nearest[0]) ?? 0) - nearest[1]
    else if (tops.size > 0) travel.unknown++
    tops = now
    requestAnimationFrame(look)
  }
  look()
}

export const travelled = (): { readonly px: number; readonly unknown: number } =>
  (window as unknown as { travel: { px: number; unknown: number } }).travel

/** Makes a row above the one that is being read 140 px taller: one out of sight, or one in sight. @returns whether there was one */
export function growAbove(where: 'out of sight' | 'in sight'): boolean {
  const list = document.querySelector('[data-testid="message-list"]')
  if (!list) return false
  const { top, height } = list.getBoundingClientRect()
  const row = [...list.querySelectorAll<HTMLElement>('[data-message-id]')].findLast((one) => {
    const box = one.getBoundingClientRect()
    return where === 'in sight' ? box.top >= top && box.bottom < top + height / 2 - 20 : box.bottom < top
  })
  const block = document.createElement('div')
  block.style.cssText = 'height:140px;grid-column:1/-1'
  row?.append(block)
  return row !== undefined
}

/** How far the place that the address's entry keeps is from where its message stands, px; null where none is kept. */
export function notedOff(): number | null {
  const { left } = (history.state ?? {}) as { readonly left?: { readonly anchor: { readonly id: number; readonly offset: number } } }
  const list = document.querySelector('[data-testid="message-list"]')
  const row = list?.querySelector(`[data-message-id="${left?.anchor.id}"]`)?.closest('article')
  if (!left || !list || !row) return null
  return Math.abs(row.getBoundingClientRect().top - list.getBoundingClientRect().top - left.anchor.offset)
}

/** The middle of the first element of a kind whose label or text has some words; null while there is none. */
export function pointOn(selector: string, words: string): Point | null {
  const element = [...document.querySelectorAll(selector)].find((one) =>
    new RegExp(words).test(one.getAttribute('aria-label') ?? one.textContent),
  )
  const box = element?.getBoundingClientRect()
  return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
}

export const has = (selector: string): boolean => document.querySelector(selector) !== null
export const textOf = (selector: string): string | null => document.querySelector(selector)?.textContent ?? null
/** Whether the focus is on an element of a kind. */
export const focused = (selector: string): boolean => document.activeElement?.matches(selector) ?? false
export const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()
export const back = (): void => history.back()

/** How many pieces of a message's code have a colour. */
export function coloured(message: string): number {
  const row = document.querySelector(message)
  return [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).filter((range) => row?.contains(range.startContainer)).length
}

/** Seconds that the first film has played; null while there is none. */
export const filmTime = (): number | null => document.querySelector('video')?.currentTime ?? null

/** Whether something dark is on the first page of the PDF. */
export function hasInk(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('dialog canvas')
  const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 80 && (data[at + 3] ?? 0) > 200) return true
  return false
}

export const scrolledBy = (selector: string): number => document.querySelector(selector)?.scrollTop ?? 0

/** A field to paste into. */
export function addField(): void {
  const field = document.createElement('textarea')
  field.id = 'pasted'
  document.body.append(field)
  field.focus()
}

export const pasted = (): string => document.querySelector<HTMLTextAreaElement>('#pasted')?.value ?? ''

/** A finger is put on something, or taken away: what drives these browsers has none, so the page gets its events. */
export function finger(selector: string, type: 'pointerdown' | 'pointerup'): void {
  const element = document.querySelector(selector)
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect()
  const at = { clientX: left + Math.min(width, 40) / 2, clientY: top + Math.min(height, 20) / 2 }
  element?.dispatchEvent(
    new PointerEvent(type, { ...at, pointerType: 'touch', pointerId: 7, isPrimary: true, bubbles: true, cancelable: true }),
  )
  // Browsers make a click of it, also after a long press.
  if (type === 'pointerup') element?.dispatchEvent(new MouseEvent('click', { ...at, bubbles: true, cancelable: true }))
}
