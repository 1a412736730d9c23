import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DialogContext } from '~/dialog/state/DialogContext'
import { OpenDialog } from '~/dialog/state/OpenDialog'
import { parseDialogId, type DialogId, type MessageId, type UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import { loadFirstTexts, loadLaterTexts } from '~/ui/language'
import { NavigationContext, type Navigation } from '~/navigation/NavigationContext'
import { createI18n, I18nContext } from '~/ui/i18n'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { findHits } from '~/bbcode/text/hits'
import { rareTagsPart } from '~/bbcode/tags/RareTag'
import { quotePlacePart } from '~/bbcode/view/Quote'
import { trueHostPart } from '~/bbcode/view/SafeLink'
import { MarkingParser } from './MarkingParser.tsx'
import { MessageText } from '~/bbcode/MessageText'
import { MarkupContext, type MarkupEnvironment } from '~/bbcode/view/MarkupContext'
import type { Words } from '~/bbcode/text/plain-text'
import { parseMessage } from '~/bbcode/parse/tree'

// For tests: message text as markup, with all deferred modules loaded.

const user = (id: number, name: string, more: Partial<User> = {}): User => ({
  id: id as UserId,
  name,
  position: '',
  color: null,
  avatarUrl: null,
  active: true,
  kind: 'user',
  contacts: { email: '', phones: [], website: null, lastActiveAt: null, absentUntil: null },
  ...more,
})

const users = new Map<number, User>([
  [503, user(503, 'Ann Present')],
  [547, user(547, 'Анна Петрова')],
])

export const environment: MarkupEnvironment = {
  portal: 'https://acme.example',
  ownId: 547 as UserId,
  richMarkup: false,
  showExternalImages: false,
  timeline: { get: () => null },
  findUser: (id) => users.get(id),
  quotedTime: (_, written) => written,
  showPerson: () => {},
}
const navigation: Navigation = {
  hrefOf: ({ dialogId, messageId }) => `?${dialogId ?? ''}/${messageId ?? ''}`,
  open: () => {},
}

const i18n = createI18n('en', { ...(await loadFirstTexts('en')), ...(await loadLaterTexts('en')) })
export const words: Words = { findUser: environment.findUser, t: i18n.t, language: 'en' }

/** Resolves once a part of the app has loaded. */
export const loaded = (part: {
  readonly state: () => { readonly name: string } | null
  readonly subscribe: (listener: () => void) => () => void
}) =>
  new Promise<void>((resolve) => {
    const look = () => part.state()?.name === 'loaded' && resolve()
    part.subscribe(look)
    look()
  })
deferredLoads.allow()
await Promise.all([loaded(rareTagsPart), loaded(trueHostPart), loaded(quotePlacePart)])

const dialog = new OpenDialog(parseDialogId('chat1489') as DialogId)
let nextId = 1

/** Markup of an element inside a dialog, with English texts. */
export const markupOf = (node: ReactNode, more: Partial<MarkupEnvironment> = {}): string =>
  renderToStaticMarkup(
    <I18nContext value={i18n}>
      <NavigationContext value={navigation}>
        <DialogContext value={dialog}>
          <MarkupContext value={{ ...environment, ...more }}>{node}</MarkupContext>
        </DialogContext>
      </NavigationContext>
    </I18nContext>,
  )

/** A message's text as rendered. */
export const drawn = (text: string, more: Partial<MarkupEnvironment> = {}): string =>
  markupOf(<MessageText messageId={nextId++ as MessageId} text={text} />, more)
    // When rendering to a string, React adds preload links for images.
    .replace(/^(?:<link[^>]*>)*/, '')

/** The same without its outermost element. */
export const inner = (text: string, more: Partial<MarkupEnvironment> = {}): string => drawn(text, more).replace(/^<div[^>]*>|<\/div>$/g, '')

/** The same with hits of a phrase highlighted. */
export function marked(text: string, phrase: string): string {
  const tree = parseMessage(text)
  return markupOf(new MarkingParser(findHits(tree.nodes, phrase)).build(tree).toReact())
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }

/** The readable text of markup, with the alternative text of pictures. */
export const readable = (markup: string): string =>
  markup
    .replaceAll(/<(\w+)[^>]* data-plain="([^"]*)"[^>]*?(?:\/>|>(?:<svg.*?<\/svg>)*(?:<\/\1>)?)/g, '$2')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity)
