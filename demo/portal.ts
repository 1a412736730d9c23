import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { restHeaders, sleep } from './answers.ts'
import { createChats } from './chats/index.ts'
import { createControl } from './control.ts'
import { Downloads } from './downloads.ts'
import { fileBytes } from './files/bytes.ts'
import type { MethodContext } from './methods/context.ts'
import { placementPage } from './placement-page.ts'
import { byToken, byWebhook, type RestServices } from './rest.ts'
import { Sessions } from './state/session.ts'

const COOKIE = 'PHPSESSID=demo'

/** The address of another app on this machine; null for any other: it is given a session. */
function localAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? address : null
}

export interface PortalOptions {
  /** Where the portal is reached, for addresses it hands out. */
  readonly origin: string
  /** Address of the app that placements open. */
  readonly appUrl: string
  readonly startedAt: number
}

/** The demo portal as a web application; `docs/demo-portal.md`. */
export function createPortal(options: PortalOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const sessions = new Sessions()
  const chats = createChats(options.startedAt)
  const downloads = new Downloads(options.origin)
  const services: RestServices = {
    sessions,
    contextFor: (session, by, now): MethodContext => ({
      session,
      chats: session.seen(chats, now),
      now,
      by,
      origin: options.origin,
      issueDownload: (address) => downloads.issue(session, address, now),
    }),
  }

  app.options('/rest/*', () => new Response('', { status: 200, headers: restHeaders }))
  app.all('/rest/download.json', (c) => downloads.answer(c))
  app.all('/rest/:user{[0-9]+}/:secret/:method', (c) => byWebhook(c, services))
  app.all('/rest/:method', (c) => byToken(c, services))

  // Pages of the portal: they need the session cookie, and there is no CORS (`docs/bitrix24/rest.md` §5.4).
  app.get('/bitrix/services/main/ajax.php', async (c) => {
    const query = new URL(c.req.url).searchParams
    if (!(c.req.header('cookie') ?? '').includes(COOKIE)) {
      return new Response('<!doctype html><title>Log in</title><p>Please log in.</p>', {
        status: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      })
    }
    await sleep(Number(query.get('delay') ?? 0))
    const download = query.get('action') === 'disk.api.file.download'
    const file = fileBytes(query, download ? 2_400 : Number(query.get('width')) || 640)
    if (!file) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'Content-Type': file.type,
        ...(download ? { 'Content-Disposition': 'attachment' } : {}),
        'Cache-Control': 'private, max-age=300',
      },
    })
  })
  app.get('/login', () => new Response('Logged in', { headers: { 'Set-Cookie': `${COOKIE}; Path=/; SameSite=Lax; HttpOnly` } }))

  // With the cookie only when asked: in the portal's own window the reader is logged in.
  app.get('/placement/', (c) => {
    const query = new URL(c.req.url).searchParams
    const secret = query.get('session') ?? 'demo'
    const seconds = query.get('token') === 'expired' ? -1 : 3_600
    const session = sessions.ensure(secret)
    // As the portal does once an app is installed: whatever is bound there.
    const bound = [...session.bound.values()].find(({ placement }) => placement === query.get('PLACEMENT'))
    if (query.get('bound') === 'yes' && !bound) return c.text('No application is bound to this placement.', 404)
    const page = placementPage({
      query,
      origin: options.origin,
      appUrl: (query.get('bound') === 'yes' && bound?.handler) || (localAddress(query.get('app')) ?? options.appUrl),
      isAdmin: session.settings.isAdmin !== false,
      accessToken: sessions.issueToken(secret, seconds, Date.now()),
    })
    return new Response(page, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        ...(query.get('cookie') === 'no' ? {} : { 'Set-Cookie': `${COOKIE}; Path=/; SameSite=Lax; HttpOnly` }),
      },
    })
  })
  app.get('/placement', (c) => c.redirect(`/placement/${new URL(c.req.url).search}`))
  app.get(
    '/online/',
    () =>
      new Response('<!doctype html><title>Messenger</title><p>The messenger of a real portal would open here.</p>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      }),
  )

  app.route('/_demo/sessions', createControl(sessions, chats, options.origin))

  app.get('/', (c) => {
    const rows = [...chats.values()]
      .map(
        (chat) =>
          `<li><a href="${options.appUrl}?demo&dialog=${chat.dialogId}">${chat.dialogId}</a> ${chat.title} (${chat.count(Date.now()).toLocaleString('en-US')})</li>`,
      )
      .join('')
    return c.html(
      `<!doctype html><meta charset="utf-8"><title>Demo portal</title><body style="font:16px/1.5 system-ui;max-width:44em;margin:2em auto"><h1>Demo portal</h1><p>A Bitrix24 REST server with made-up chats. Webhook: <code>${options.origin}/rest/503/demo/</code></p><ul>${rows}</ul><p><a href="/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20">A placement</a></p>`,
    )
  })
  return app
}
