import { DeferredModule } from '~/ui/deferred/DeferredModule'

/** Pictures, films and tiles. */
export const filesPart = new DeferredModule(() => import('~/dialog/attachments/Files'))
/** Rare parts of a row: cards, keyboards, reactions, origins, unreadable records. */
export const extrasPart = new DeferredModule(() => import('./extras/Extras.tsx'))
