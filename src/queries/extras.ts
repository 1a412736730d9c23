import type { Attach, Keyboard } from '~/domain/attach'
import type { TextMessage } from '~/domain/message'
import type { MessageNature } from '~/domain/message-nature'
import type { Contacts, User } from '~/domain/user'
import type { RestClient } from '~/rest/client/client'
import { decodeAttach, decodeKeyboard } from '~/rest/decode/decode-attach'
import { decodeContacts } from '~/rest/decode/decode-contacts'
import { decodeNature } from '~/rest/decode/decode-nature'

/** What bots and link previews put beneath a message; read from the wire only where it is shown. */
export const extrasOf = (
  client: RestClient,
  { params }: TextMessage,
): { readonly attaches: readonly Attach[]; readonly keyboard: Keyboard } => ({
  attaches: decodeAttach(params['ATTACH'], client.portal),
  keyboard: decodeKeyboard(params['KEYBOARD'], client.portal),
})

/** What stands above a message's text, and what kind of message it is. */
export const natureOf = (message: TextMessage): MessageNature => decodeNature(message)

/** How a user can be reached, and when he was there. */
export const contactsOf = (client: RestClient, user: User): Contacts => decodeContacts(user, client.portal)
