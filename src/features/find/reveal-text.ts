/** A part of a long quote that is cut; the button after it shows all of it. */
const CLAMPED = '[data-clamped]'
const OPENS = 'button[aria-expanded="false"]'
/** The last thing in a text that is not shown whole. */
const SHOWS_ALL = '[data-message-text] > button:last-child:not([aria-expanded])'

/**
 * Opens what hides a hit, as the reader would: folded events, a cut quote, a very long text. @param message that contains it
 * @param range where the hit stands; null where it does not stand in what is shown @returns whether something opens: it is there only later
 */
export function reveals(message: HTMLElement, range: Range | null): boolean {
  const folded = message.closest('[hidden]')
  if (folded) {
    // As when the browser's own search finds something there.
    folded.dispatchEvent(new Event('beforematch'))
    return true
  }
  const button = range ? cutOff(range) : message.querySelector<HTMLElement>(SHOWS_ALL)
  button?.click()
  return button !== null
}

/** The button that shows the rest of a quote, where a hit stands in that. */
function cutOff(range: Range): HTMLElement | null {
  const quote = range.startContainer.parentElement?.closest<HTMLElement>(CLAMPED)
  if (!quote || range.getBoundingClientRect().bottom <= quote.getBoundingClientRect().bottom) return null
  const next = quote.nextElementSibling
  return next instanceof HTMLElement && next.matches(OPENS) ? next : null
}
