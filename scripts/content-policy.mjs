// What the page may load and run: put into the page by the build (`vite/content-policy.ts`), so that it holds on any host, and sent as a
// header by `app-server.mjs`. The reasons are in `docs/decisions/0015-nothing-typed-can-hurt.md`.

/** The demo portal, and portals on the reader's own machine; all others speak https. */
const LOCAL = 'http://localhost:* http://127.0.0.1:*'

/** `frame-ancestors` is missing: it counts in a header alone, and which portals may embed the app is for its host to say. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `connect-src 'self' https: ${LOCAL}`,
  `img-src 'self' https: data: blob: ${LOCAL}`,
  `media-src 'self' https: blob: ${LOCAL}`,
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types own-scripts',
].join('; ')
