import { placementTarget } from '~/domain/portal/placement'
import { createPortalFrame, parseFrameName, type PortalFrame } from '~/rest/client/frame'
import { frameTransport } from '~/rest/client/frame-transport'
import { beginFirstWindow, type Connection, type OpenFrame } from './connection.ts'

/** Whether the reader has pressed something within the last seconds, as far as the browser tells. */
const isReaderActing = (): boolean => 'userActivation' in navigator && navigator.userActivation.isActive

/** The handshake, followed by the request for what the placement points to. @throws {PortalError} */
export async function openFrame(frame: PortalFrame): Promise<OpenFrame> {
  const init = await frame.init()
  const target = placementTarget(init.placement, init.options)
  return { init, ...beginFirstWindow(frameTransport(frame, init.accessToken, isReaderActing), target.kind === 'dialog' ? target : null) }
}

/** The portal's window around us; null when there is none. */
function findPortalFrame(): PortalFrame | null {
  const name = parseFrameName(window.name, window.location.search)
  if (!name) return null
  return createPortalFrame(name, {
    postToParent: (message, targetOrigin) => window.parent.postMessage(message, targetOrigin),
    onMessage: (listener) => {
      const onMessage = (event: MessageEvent) => {
        if (event.source === window.parent) listener(event.data, event.origin)
      }
      window.addEventListener('message', onMessage)
      return () => window.removeEventListener('message', onMessage)
    },
  })
}

/** The connection through the portal's window, with the handshake begun; null in a frame that is not a portal's. */
export function connectFrame(): Connection | null {
  const frame = findPortalFrame()
  if (!frame) return null
  const opening = openFrame(frame)
  const gate = import('./FrameGate.tsx')
  // Their failures are shown by what awaits them.
  opening.catch(() => {})
  gate.catch(() => {})
  return { kind: 'frame', frame, opening, gate }
}
