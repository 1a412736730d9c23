import { expect, it, vi } from 'vitest'
import type { MessageId } from '~/domain/ids'
import { renderPage } from '~/testing/render-page'
import { InternalLink } from './InternalLink.tsx'
import { NavigationContext } from './NavigationContext.ts'

const to = { messageId: 12 as MessageId }

async function link(onClick?: () => void) {
  const open = vi.fn()
  const page = await renderPage(
    <NavigationContext value={{ hrefOf: ({ messageId }) => `#${messageId}`, open }}>
      <InternalLink to={to} {...(onClick ? { onClick } : {})}>
        there
      </InternalLink>
    </NavigationContext>,
  )
  const element = page.getByRole('link').element()
  /** Whether the link has handled the click itself. The browser is kept from following it in any case. */
  const click = (how: MouseEventInit = {}) => {
    let handled = false
    const last = (event: Event) => {
      handled = event.defaultPrevented
      event.preventDefault()
    }
    window.addEventListener('click', last, { once: true })
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
    return handled
  }
  return { element, click, open }
}

it('has an address, and is followed inside the app', async () => {
  const onClick = vi.fn()
  const { element, click, open } = await link(onClick)
  expect(element.getAttribute('href')).toBe('#12')
  expect(click()).toBe(true)
  expect(open).toHaveBeenCalledExactlyOnceWith(to)
  expect(onClick).toHaveBeenCalledOnce()
})

it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  'is left to the browser with %o',
  async (how) => {
    const { click, open } = await link()
    expect(click(how)).toBe(false)
    expect(open).not.toHaveBeenCalled()
  },
)
