import type { Attach, Keyboard } from '~/domain/attach'
import type { TextMessage } from '~/domain/message'
import type { MessageNature } from '~/domain/message-nature'
import type { RestClient } from '~/rest/client'
import { decodeAttach, decodeKeyboard } from '~/rest/decode-attach'
import { decodeNature } from '~/rest/decode-nature'

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
