import { DeferredModule } from '~/ui/deferred/DeferredModule'

/** Pictures, films and tiles. */
export const filesPart = new DeferredModule(() => import('~/dialog/attachments/Files'))
/** What is rare in a row: cards, keyboards, reactions, origins, records that could not be read. */
export const extrasPart = new DeferredModule(() => import('./extras/Extras.tsx'))
