import type { UserId } from '../ids.ts'

export interface User {
  readonly id: UserId
  /** Plain text. */
  readonly name: string
  readonly position: string
  /** `#rrggbb`, or null when the portal gave none. */
  readonly color: string | null
  /** Absolute http(s) address, or null. */
  readonly avatarUrl: string | null
  readonly active: boolean
  readonly kind: 'user' | 'bot' | 'extranet' | 'connector'
  readonly contacts: Contacts
}

/** How a user can be reached, and when they were last online. */
export interface Contacts {
  /** Plain text; empty for none. */
  readonly email: string
  readonly phones: readonly string[]
  /** Absolute http(s) address, or null. */
  readonly website: string | null
  /** Epoch ms, as of the time when the user was loaded; null when unknown. */
  readonly lastActiveAt: number | null
  /** Epoch ms: away until then; null for one who is not away. */
  readonly absentUntil: number | null
}

/** By id; null for somebody the portal does not know either. */
export type People = Readonly<Record<number, User | null>>
