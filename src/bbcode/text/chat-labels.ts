import { parseDialogId, type DialogId } from '~/domain/ids'
import type { Translate } from '~/ui/i18n'

const chatIdOf = (value: string): string => value.replace(/^imol\|/i, '')

/** The dialog that a `[CHAT=…]` leads to: a chat, or a conversation of an open channel. */
export const chatDialog = (value: string): DialogId | null => parseDialogId(/^imol/i.test(value) ? value : `chat${value}`)

/** Whether it names a chat at all: id 0 is none. */
export const namesChat = (value: string): boolean => Number(chatIdOf(value)) !== 0

/** The words of a chat's mention. */
export const chatLabel = (value: string, title: string, t: Translate): string =>
  title || (namesChat(value) ? t('chat.unknown', { id: chatIdOf(value) }) : '')
