import { Cell } from '~/lib/Cell'
import { usePortalSession } from './PortalSession.ts'

/** What may lie over the whole page, whatever it shows: where to go, which keys there are, what was asked of the portal. */
export type PageDialog = 'chats' | 'keys' | 'requests'

class PageDialogs {
  readonly shown = new Cell<PageDialog | null>(null)
}

/** Which of them does; null for none. */
export const usePageDialog = (): Cell<PageDialog | null> => usePortalSession().only(PageDialogs, () => new PageDialogs()).shown
