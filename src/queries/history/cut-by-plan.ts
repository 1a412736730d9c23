import type { DialogId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { enrichmentQuery, type DialogEnrichment } from './enrichment.ts'

const selectCut = ({ cutByPlan }: DialogEnrichment): boolean | null => cutByPlan

/** Whether the portal's plan hides older messages of a dialog: null until that is known. */
export const cutByPlanQuery = (client: RestClient, dialogId: DialogId) => ({ ...enrichmentQuery(client, dialogId), select: selectCut })
