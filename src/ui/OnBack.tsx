import { useEffect } from 'react'
import { onBack } from '~/lib/on-return'

/** Draws nothing: calls once the network or the portal is back, for as long as it is there. An effect only where something has failed. */
export function OnBack({ then }: { readonly then: () => void }) {
  useEffect(() => onBack(then), [then])
  return null
}
