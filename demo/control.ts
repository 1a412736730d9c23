import { Hono, type Context } from 'hono'
import { sendTo } from './chats/changed.ts'
import type { Chat } from './chats/chat.ts'
import { unwrittenDialog } from './chats/unwritten.ts'
import { isWriting } from './methods/index.ts'
import { OWNER_ID } from './people.ts'
import type { Sessions, SessionSettings } from './state/session.ts'

interface Change {
  readonly dialogId: string
  readonly ids?: readonly number[]
  readonly id?: number
  readonly text?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly inSeconds?: number
  readonly reaction?: string
  readonly userIds?: readonly number[]
  readonly authorId?: number
}

/** What tests and debugging do to a session, under `/_demo/sessions/SECRET`; a real portal has no such thing. */
export function createControl(sessions: Sessions, chats: ReadonlyMap<string, Chat>, origin: string): Hono {
  const control = new Hono()
  const sessionOf = (c: Context) => sessions.ensure(c.req.param('secret') ?? '')

  control.put('/:secret', async (c) => {
    const settings = await c.req.json<SessionSettings>()
    sessions.open(c.req.param('secret'), settings)
    return c.json({ webhook: `${origin}/rest/503/${c.req.param('secret')}/` })
  })
  control.get('/:secret/log', (c) => {
    const log = sessions.get(c.req.param('secret'))?.log ?? []
    return c.json({ log, writing: log.filter((entry) => isWriting(entry.method)).map((entry) => entry.method) })
  })
  control.delete('/:secret/log', (c) => {
    const session = sessions.get(c.req.param('secret'))
    if (session) session.log = []
    return c.json(true)
  })
  control.delete('/:secret/tokens', (c) => {
    sessions.expireTokens(c.req.param('secret'))
    return c.json(true)
  })
  control.post('/:secret/token', (c) =>
    c.json({ AUTH_ID: sessions.issueToken(c.req.param('secret'), 3_600, Date.now()), AUTH_EXPIRES: '3600', REFRESH_ID: 'refresh' }),
  )
  control.post('/:secret/:change{vanish|delete|edit|disappear|react|send}', async (c) => {
    const body = await c.req.json<Change>()
    const changes = sessionOf(c).changesOf(body.dialogId)
    const now = Date.now()
    const { ids = [], id = 0, text = '' } = body
    switch (c.req.param('change')) {
      case 'vanish':
        changes.vanish(ids, now)
        break
      case 'delete':
        changes.delete(ids)
        break
      case 'edit':
        changes.edit(id, text, body.params)
        break
      case 'disappear':
        return c.json({ at: changes.disappear(ids, now + (body.inSeconds ?? 0) * 1000) })
      case 'react':
        changes.react(id, body.reaction ?? 'like', body.userIds ?? [])
        break
      case 'send': {
        const chat = chats.get(body.dialogId) ?? unwrittenDialog(body.dialogId)
        const written = chat && sendTo(chat, changes, { ...body, text, authorId: body.authorId ?? OWNER_ID }, now)
        return written ? c.json({ id: written }) : c.json({ error: 'Nothing can be written there.' }, 400)
      }
    }
    return c.json(true)
  })
  return control
}
