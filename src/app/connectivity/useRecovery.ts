import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { endsAccess } from '~/domain/portal/ends-access'
import { mayPass } from '~/domain/portal/may-pass'
import { afterPaint } from '~/lib/after-paint'
import { BACK, onBack, onReturn, tellBack } from '~/lib/on-return'
import { askFailedAgain, failedQueries } from '~/queries/ask-again'
import { usePortal } from '~/queries/portal-context'
import type { RestClient } from '~/rest/client/client'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { Recovery } from './Recovery.ts'

/** A portal that fails now and then is not back each time, ms. */
const BETWEEN_RETURNS_MS = 5_000
/** Nor one that accepts us for some questions alone. */
const BETWEEN_ACCESSES_MS = 60_000

/** How long ago it has to be that the same was told, where an error lets us wait for the portal; null where it does not. */
const pauseAfter = (error: unknown): number | null => (endsAccess(error) ? BETWEEN_ACCESSES_MS : mayPass(error) ? BETWEEN_RETURNS_MS : null)

/** Tells (`tellBack`) when a portal that did not answer, or did not accept us, does. @returns ends that */
function watchPortal({ outcome }: RestClient): () => void {
  let pause = pauseAfter(outcome.get())
  let toldAt = -Infinity
  return outcome.subscribe(() => {
    const error = outcome.get()
    if (error !== null) {
      pause = pauseAfter(error) ?? pause
      return
    }
    const isBack = pause !== null && Date.now() - toldAt > pause
    pause = null
    if (!isBack) return
    toldAt = Date.now()
    tellBack()
  })
}

/** Asks for whatever could not be loaded once it can be: messages, lists, titles, files and parts of the app alike. */
export function useRecovery(): void {
  const client = usePortal()
  const queryClient = useQueryClient()
  useEffect(() => {
    // After what is shown has learned of it: a picture may not need its bytes any more.
    const askAgain = (which?: (error: unknown) => boolean) => afterPaint(() => askFailedAgain(queryClient, which))
    const afterAll = (error: unknown) => mayPass(error) || endsAccess(error)
    const recovery = new Recovery({
      isMissing: () =>
        document.visibilityState === 'visible' && navigator.onLine && (deferredLoads.isMissing || failedQueries(queryClient).length > 0),
      answers: () => client.outcome.get() === null,
      // How it ends is told by the client's outcome.
      probe: () => client.call('scope', {}, { attempts: 1, priority: 'background' }).catch(() => {}),
      askAgain: () => {
        deferredLoads.retry({ byReader: false })
        askAgain()
      },
    })
    const { onMissing } = deferredLoads
    deferredLoads.onMissing = recovery.look
    const stops = [
      watchPortal(client),
      // Of a network that is back nothing follows for an access that has ended.
      onBack(({ type }) => askAgain(type === BACK ? afterAll : mayPass)),
      onReturn(recovery.lookNow),
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'observerAdded' || (event.type === 'updated' && event.action.type === 'error')) recovery.look()
      }),
    ]
    // Of an access that has been given again, what the last one was refused.
    askAgain(afterAll)
    recovery.look()
    return () => {
      deferredLoads.onMissing = onMissing
      recovery.stop()
      for (const stop of stops) stop()
    }
  }, [client, queryClient])
}
