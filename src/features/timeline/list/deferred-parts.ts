import { DeferredModule } from '~/ui/deferred/DeferredModule'

/** The first words of a dialog. */
export const beginningPart = new DeferredModule(() => import('./Beginning.tsx'))
/** The day on top, and the way to the latest message. */
export const floatingPart = new DeferredModule(() => import('./Floating.tsx'))
