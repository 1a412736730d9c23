/**
 * Types that a browser shows or plays without running anything that is in them. No `+`: what ends in `+xml` is a document
 * with scripts, whatever stands before.
 */
const INERT = /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|(?:audio|video)\/[\w.-]+|application\/pdf)$/

/** The type under which bytes that somebody sent may get an address of our own; `null` for none stated. */
export function safeType(stated: string | null): string {
  const type = (stated ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return INERT.test(type) ? type : 'application/octet-stream'
}
