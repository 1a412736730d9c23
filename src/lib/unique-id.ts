/**
 * A name that nothing else in this browser has; no secret. Also where the page came by http, as from a portal in a network of one's own:
 * `crypto.randomUUID` is missing there.
 */
export const uniqueId = (): string => Math.random().toString(36) + Date.now()
