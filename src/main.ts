import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/placeholder.css'
import { applyDisplay, readDisplay } from '~/app/display-store'
import { chooseConnection, readWebhook, type Connection } from '~/app/connection/connection'
import { showLoadFailure } from '~/app/load-failure'
import { chooseLanguage, loadFirstTexts } from '~/ui/language'

// What the first messages wait for starts at once: their request, the texts, and the rest of the app, side by
// side. Nothing that is imported above may be large (`docs/decisions/0007-first-request.md`).
const query = new URLSearchParams(window.location.search)
const demo = readWebhook(document.querySelector<HTMLMetaElement>('meta[name="demo-webhook"]')?.content)
const connecting = connect()

// What somebody has pasted into the address is never read, and must not stay in it, in the history and in links.
const { size } = query
for (const name of ['webhook', 'auth', 'AUTH_ID', 'REFRESH_ID', 'access_token', 'refresh_token']) query.delete(name)
if (query.size < size) history.replaceState(history.state, '', `?${query.toString()}`)

const display = readDisplay(query)
applyDisplay(display)
const language = chooseLanguage([query.get('lang') ?? '', display.language ?? '', query.get('LANG') ?? '', ...navigator.languages])
document.documentElement.lang = language

/**
 * Says in the page which shapes stand in it until the app does: those of a chat, of a list of chats, or none. Where files come by the
 * network they are shown at once, while there is nothing else to do; where they come from the browser's cache only after 300 ms, for
 * the messages are usually there by then, and would wait for the shapes.
 */
function showOpening(what: 'chat' | 'chats' | 'form'): void {
  const [file] = performance.getEntriesByName(import.meta.url) as PerformanceResourceTiming[]
  setTimeout(
    () => {
      // Unless the app has taken over. The page itself may be late.
      if (document.readyState === 'loading' || document.getElementById('opening')) document.documentElement.dataset['opening'] = what
    },
    file?.transferSize ? 0 : 300,
  )
}

/** Inside a portal through its window, else by webhook. */
async function connect(): Promise<Connection> {
  const isFramed = window.parent !== window
  if (isFramed) showOpening('chat')
  const framed = isFramed ? (await import('~/app/connection/frame-connection')).connectFrame() : null
  if (framed) return framed
  const connection = chooseConnection(query, demo)
  showOpening(connection.kind === 'none' ? 'form' : 'first' in connection && connection.first === null ? 'chats' : 'chat')
  return connection
}

/** Not awaited at the top level: the app's chunk imports from this one, and the two would wait for each other for ever. */
async function start(): Promise<void> {
  try {
    const [{ mount }, messages, connection] = await Promise.all([import('~/app/mount'), loadFirstTexts(language), connecting])
    await mount({ connection, demo, display, language, messages })
  } catch (error) {
    showLoadFailure(language, error)
  }
}

void start()
