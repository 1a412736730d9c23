import { PortalError } from '~/domain/portal/portal-error'
import { uniqueId } from '~/lib/unique-id'
import { decodePlacementOptions } from '../decode/decode-placement.ts'
import { flag, phpMap, text } from '../decode/wire.ts'

/** What the portal wrote into `window.name`: `HOST|PROTO|SID`; `docs/bitrix24/placement.md` §1. */
export interface FrameName {
  /** Origin of the portal's window, which is also where REST is. */
  readonly origin: string
  readonly sid: string
}

/** Null when the page is not in a portal's frame. A default port at the end of the host is cut off. */
export function parseFrameName(name: string, search: string): FrameName | null {
  const [host, proto, sid, ...rest] = name.split('|')
  if (host && proto !== undefined && sid && rest.length === 0) return frameName(host, proto, sid)
  // The name may be lost on the way; the address has the same facts.
  const query = new URLSearchParams(search)
  const domain = query.get('DOMAIN')
  const appSid = query.get('APP_SID')
  return domain && appSid ? frameName(domain, query.get('PROTOCOL') ?? '1', appSid) : null
}

function frameName(host: string, proto: string, sid: string): FrameName | null {
  try {
    return { origin: new URL(`${proto === '1' ? 'https' : 'http'}://${host}`).origin, sid }
  } catch {
    return null
  }
}

/** The windows that the protocol runs between; a port, so that it can be tested without a browser. */
export interface FrameWindows {
  postToParent(message: unknown, targetOrigin: string): void
  /** Calls back with data and origin of every message that comes from the parent; returns how to stop. */
  onMessage(listener: (data: unknown, origin: string) => void): () => void
}

/** What the portal sends in the handshake; `docs/bitrix24/placement.md` §4.4. */
export interface FrameInit {
  readonly lang: string
  readonly accessToken: string
  readonly placement: string
  readonly options: Readonly<Record<string, string>>
  /** Whether the reader is an administrator of the portal. */
  readonly isAdmin: boolean
  /** Whether the portal waits for the application to be installed; `docs/bitrix24/placement.md` §7. */
  readonly isInstalling: boolean
}

/** The app's side of the protocol between frame and portal; `docs/bitrix24/placement.md` §4. */
export interface PortalFrame {
  readonly origin: string
  /** The handshake. @throws {PortalError} `network` when the portal's window does not answer */
  init(): Promise<FrameInit>
  /** A new access token. @throws {PortalError} `auth` when none comes */
  refreshToken(): Promise<string>
  setTitle(title: string): void
  resize(height: number): void
  openChat(dialogId: string, messageId: number | null): void
  /** Opens a page of the portal over the frame. @param onRefused the portal does not show it, and says so */
  openPath(path: string, onRefused: () => void): void
  /** Ends the installation: the portal loads the frame anew, and shows the placements to everybody. */
  finishInstallation(): void
}

const HANDSHAKE_MS = 5_000
const REFRESH_MS = 10_000
const REFUSAL_MS = 3_000

export function createPortalFrame({ origin, sid }: FrameName, windows: FrameWindows): PortalFrame {
  const waiting = new Map<string, (answer: unknown) => void>()
  windows.onMessage((data, from) => {
    if (from !== origin || typeof data !== 'string') return
    const colon = data.indexOf(':')
    const answer = waiting.get(data.slice(0, colon))
    if (!answer) return
    waiting.delete(data.slice(0, colon))
    const json = data.slice(colon + 1)
    try {
      answer(json === '' ? undefined : JSON.parse(json))
    } catch {
      answer(undefined)
    }
  })

  function post(command: string, params: unknown): string {
    const callback = uniqueId()
    const json = params === undefined ? '' : `${JSON.stringify(params)}:`
    windows.postToParent(`${command}:${json}${callback}:${sid}`, origin)
    return callback
  }

  /** The portal never answers "no": silence is the only sign of a refusal. */
  function ask(command: string, params: unknown, timeoutMs: number, silence: () => PortalError): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const callback = post(command, params)
      const timer = setTimeout(() => {
        waiting.delete(callback)
        reject(silence())
      }, timeoutMs)
      waiting.set(callback, (answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
    })
  }

  return {
    origin,
    async init() {
      const silence = () => new PortalError('network', "The portal's window does not answer.", { detail: 'HANDSHAKE' })
      const data = phpMap(await ask('getInitData', undefined, HANDSHAKE_MS, silence))
      // On its first run, the portal waits for this before it shows the app as started.
      if (data['FIRST_RUN'] === true) post('setInstall', { install: true })
      return {
        lang: text(data['LANG']),
        accessToken: text(data['AUTH_ID']),
        placement: text(data['PLACEMENT']) || 'DEFAULT',
        options: decodePlacementOptions(data['PLACEMENT_OPTIONS']),
        isAdmin: flag(data['IS_ADMIN']),
        isInstalling: flag(data['INSTALL']),
      }
    },
    async refreshToken() {
      const silence = () => new PortalError('auth', 'The portal gave no new access token.', { detail: 'REFRESH_TIMEOUT' })
      const token = text(phpMap(await ask('refreshAuth', undefined, REFRESH_MS, silence))['AUTH_ID'])
      if (token === '') throw silence()
      return token
    },
    setTitle: (title) => void post('setTitle', { title }),
    resize: (height) => void post('resizeWindow', { width: '100%', height }),
    openChat: (dialogId, messageId) =>
      void post('imOpenMessenger', messageId === null ? { dialogId } : { dialogId, messageId: String(messageId) }),
    openPath: (path, onRefused) => {
      const silence = () => new PortalError('network', "The portal's window does not answer.", { detail: 'OPEN_PATH' })
      // What is shown is answered when it is closed again, so that only a refusal comes soon; silence is none.
      ask('openPath', { path }, REFUSAL_MS, silence).then(
        (answer) => phpMap(answer)['result'] === 'error' && onRefused(),
        () => {},
      )
    },
    finishInstallation: () => void post('setInstallFinish', undefined),
  }
}
