import { parseDialogId, type DialogId } from '~/domain/ids'
import { visibleText } from './visible-text.ts'
import type { Translate } from './labels.ts'

const chatIdOf = (value: string): string => value.replace(/^imol\|/i, '')

/** The dialog that a `[CHAT=…]` leads to; null for a conversation of an open line, which is none. */
export const chatDialog = (value: string): DialogId | null => (/^imol/i.test(value) ? null : parseDialogId(`chat${value}`))

/** Whether it names a chat at all: id 0 is none. */
export const namesChat = (value: string): boolean => Number(chatIdOf(value)) !== 0

/** The words of a chat's mention. */
export const chatLabel = (value: string, title: string, t: Translate): string =>
  title || (namesChat(value) ? t('chat.unknown', { id: chatIdOf(value) }) : '')

/** The words of `[SEND]` and `[PUT]`: what is written, or the command itself; empty when there is neither. */
export const commandLabel = (value: string, written: string): string => (written.trim() === '' ? visibleText(value).trim() : written)
