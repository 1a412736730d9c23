import { attempt } from '~/lib/attempt'

/**
 * Where the webhook stays between page loads: in the session, or on the device when the user asked for it.
 * In a frame, storage may be denied; then it is kept only in memory.
 */
const KEY = 'webhook'

export const readStoredWebhook = (): string | null => attempt(() => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY))

/** Whether the reader wanted one to stay on the device. */
export const isWebhookRemembered = (): boolean => attempt(() => localStorage.getItem(KEY)) !== null

export function storeWebhook(url: string, remember: boolean): void {
  forgetWebhook()
  attempt(() => (remember ? localStorage : sessionStorage).setItem(KEY, url))
}

export function forgetWebhook(): void {
  attempt(() => sessionStorage.removeItem(KEY))
  attempt(() => localStorage.removeItem(KEY))
}
