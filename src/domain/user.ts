import type { UserId } from './ids.ts'

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
}
