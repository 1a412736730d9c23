import { lazy, startTransition, type ComponentType } from 'react'
import { deferredLoads } from './DeferredLoads.ts'

/** A part could not be loaded. */
export class PartLoadError extends Error {}

/**
 * A component that loads after the first messages, once something shows it; a whole screen or a panel. It belongs inside
 * a `PartBoundary`, which stands in for it until then. `lazy` remembers a failure for ever: each try is a new one.
 *
 *     const Panel = lazyPart(() => import('./Panel.tsx').then(({ Panel }) => Panel))
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const attempt = () =>
    lazy(async () => {
      try {
        const component = await deferredLoads.run(load, () => (Loaded = attempt()))
        startTransition(deferredLoads.partLoaded)
        return { default: component }
      } catch (cause) {
        throw new PartLoadError('A part of the app could not be loaded', { cause })
      }
    })
  let Loaded: ComponentType<Props> = attempt()
  return (props: Props) => <Loaded {...props} />
}
