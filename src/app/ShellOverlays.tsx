import { useEffect } from 'react'
import { lookUpCodeFont } from '~/bbcode/look-up-code-font'
import { Connectivity, type ConnectivityProps } from './connectivity/Connectivity.tsx'
import { PageDialogs } from './PageDialogs.tsx'
import { useShortcutKeys } from './use-shortcut-keys.ts'

/** What lies over the whole page, whatever it shows: what there is to say of the network, and what keys open. It is there once, from soon after the first messages on. */
export function ShellOverlays(connectivity: ConnectivityProps) {
  useShortcutKeys()
  useEffect(() => {
    const leaving = new AbortController()
    void lookUpCodeFont(leaving.signal)
    return () => leaving.abort()
  }, [])
  return (
    <>
      <Connectivity {...connectivity} />
      <PageDialogs />
    </>
  )
}
