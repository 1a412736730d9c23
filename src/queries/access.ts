import { mutationOptions } from '@tanstack/react-query'
import type { RestClient } from '~/rest/client'
import { checkAccess } from '~/rest/check'

/** Tries a portal before it is opened. */
export const accessCheck = () => mutationOptions({ mutationFn: (client: RestClient) => checkAccess(client) })
