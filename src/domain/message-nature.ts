import type { MessageId } from './ids.ts'
import type { Forwarded } from './message.ts'

/** What a message of one of the portal's own components is about. */
export type Topic = 'call' | 'task' | 'crm' | 'meeting' | 'poll' | 'form' | 'copilot' | 'document' | 'chat' | 'other'

/** What a message is beside its text. */
export interface MessageNature {
  readonly pinned: boolean
  /** Epoch ms at which the portal will delete it; null for most. */
  readonly disappearsAt: number | null
  readonly forwarded: Forwarded | null
  readonly replyTo: MessageId | null
  /** Name of a sticker as it is told; null when it is none. */
  readonly sticker: string | null
  readonly topic: { readonly name: Topic; readonly id: string } | null
}
