import type { Attach, Keyboard } from '~/domain/attach'
import type { TextMessage } from '~/domain/message'
import type { RestClient } from '~/rest/client'
import { decodeAttach, decodeKeyboard } from '~/rest/decode-attach'

/** What bots and link previews put beneath a message; read from the wire only where it is shown. */
export const extrasOf = (
  client: RestClient,
  { attach, keyboard }: TextMessage,
): { readonly attaches: readonly Attach[]; readonly keyboard: Keyboard } => ({
  attaches: decodeAttach(attach, client.portal),
  keyboard: decodeKeyboard(keyboard, client.portal),
})
