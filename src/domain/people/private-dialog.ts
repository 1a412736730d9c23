import { parseDialogId, type DialogId, type UserId } from '../ids.ts'

/** The private dialog of two as one of them finds it; null for anybody else, and while it is unknown who reads. */
export function privateDialogOf(between: readonly [UserId, UserId] | null, ownId: UserId | null): DialogId | null {
  const other = between?.[0] === ownId ? between?.[1] : between?.[1] === ownId ? between?.[0] : undefined
  return other === undefined ? null : parseDialogId(String(other))
}
