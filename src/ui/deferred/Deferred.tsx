import { useSyncExternalStore, type ReactNode } from 'react'
import { useLaterTexts, useText } from '../i18n.tsx'
import { FailureNotice } from '../Notice/index.ts'
import { retryDeferredLoads, type DeferredModule } from './DeferredModule.ts'

interface LoadedProps<T> {
  readonly part: DeferredModule<T>
  /** Stands in its place until it has come. */
  readonly waiting?: ReactNode
  readonly children: (module: T) => ReactNode
}

/**
 * Shows a part once it is there. Unlike `lazy` it is drawn in the very pass in which its place is drawn when
 * it has come by then, and its failure takes down nothing but itself.
 */
export function Deferred<T>({ part, waiting, children }: LoadedProps<T>): ReactNode {
  const t = useText()
  const later = useLaterTexts()
  const state = useSyncExternalStore(part.subscribe, part.state, part.state)
  const texts = useSyncExternalStore(later.subscribe, later.state, later.state)
  if (state?.name === 'loaded' && texts?.name === 'loaded') return children(state.module)
  const failed = state?.name === 'failed' || texts?.name === 'failed'
  return failed ? <FailureNotice onRetry={retryDeferredLoads}>{t('error.part')}</FailureNotice> : waiting
}
