import { beforeEach, expect, it, vi } from 'vitest'
import type { PortalFrame } from '~/rest/client/frame'
import { renderPage } from '~/testing/render-page'
import { PortalLinks } from './PortalLinks.tsx'

const PORTAL = 'https://portal.example'
/** What the browser would have opened. */
const followed: string[] = []

beforeEach(() => {
  followed.length = 0
})

async function links(hasMessenger = true) {
  const openPath = vi.fn<PortalFrame['openPath']>()
  const openChat = vi.fn<PortalFrame['openChat']>()
  const page = await renderPage(
    // The browser of the test is not to go anywhere.
    <div
      onClick={(event) => {
        if (!event.defaultPrevented) followed.push((event.target as HTMLAnchorElement).textContent)
        event.preventDefault()
      }}
    >
      <PortalLinks frame={{ origin: PORTAL, openPath, openChat } as unknown as PortalFrame} hasMessenger={hasMessenger}>
        <a href={`${PORTAL}/company/personal/user/5/`} target="_blank" rel="noopener">
          <b>Ann</b>
        </a>
        <a href={`${PORTAL}/online/?IM_DIALOG=chat5&IM_MESSAGE=77`}>chat</a>
        <a href={`${PORTAL}/calendar/`}>calendar</a>
        <a href="https://elsewhere.example/company/personal/user/5/">elsewhere</a>
      </PortalLinks>
    </div>,
  )
  const click = (name: string, how: MouseEventInit = {}) =>
    page
      .getByText(name)
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
  return { openPath, openChat, click }
}

it('a profile opens in the portal’s own window, a chat in its messenger, and nothing else in either', async () => {
  const { openPath, openChat, click } = await links()
  click('Ann')
  expect(openPath).toHaveBeenCalledExactlyOnceWith('/company/personal/user/5/', expect.any(Function))
  expect(followed).toEqual([])
  click('chat')
  expect(openChat).toHaveBeenCalledExactlyOnceWith('chat5', 77)
  expect(followed).toEqual([])
  click('calendar')
  click('elsewhere')
  expect(openPath).toHaveBeenCalledOnce()
  expect(followed).toEqual(['calendar', 'elsewhere'])
})

it('in the mobile app, which has no messenger around the frame, a chat goes where the link leads', async () => {
  const { openChat, click } = await links(false)
  click('chat')
  expect(openChat).not.toHaveBeenCalled()
  expect(followed).toEqual(['chat'])
})

it('what the portal refuses goes where the link leads, each time', async () => {
  const { openPath, click } = await links()
  openPath.mockImplementation((_, onRefused) => onRefused())
  click('Ann')
  click('Ann')
  expect(openPath).toHaveBeenCalledTimes(2)
  expect(followed).toEqual(['Ann', 'Ann'])
})

it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }])('%o asks for a tab of the browser', async (how) => {
  const { openPath, click } = await links()
  click('Ann', how)
  expect(openPath).not.toHaveBeenCalled()
  expect(followed).toEqual(['Ann'])
})
