import { createContext } from 'react'
import type { LineEntity } from '~/domain/portal/placement'

/** The entity in whose tab the app was opened, where open channels know its kind. */
export const CrmEntityContext = createContext<LineEntity | null>(null)
