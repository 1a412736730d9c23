// What browsers are told along with the app, for every way to host it: the page itself carries the policy (`vite/content-policy.ts`), the
// server sends it (`site.mjs`), and the site file of nginx is written from it (`nginx-site.mjs`). The reasons are in
// `docs/decisions/0015-nothing-typed-can-hurt.md` and `docs/decisions/0041-one-source-of-headers.md`.

/** Portals on the reader's own machine, such as the demo portal; all others speak https. */
const LOCAL = ['http://localhost:*', 'http://127.0.0.1:*']

/** Where the portals of the cloud are; `docs/bitrix24/placement.md` §6. */
const CLOUD = 'com ru by kz eu de es fr it pl in cn vn jp uk mx co ua id tech shop com.br com.tr'
  .split(' ')
  .map((domain) => `https://*.bitrix24.${domain}`)

/**
 * What the page may load and run.
 * @param {readonly string[]} portals the only ones that it talks to; empty for any, which is what the page itself has to allow
 */
export function contentPolicy(portals = []) {
  const anywhere = portals.length > 0 ? portals : ['https:', ...LOCAL]
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    ['connect-src', "'self'", ...anywhere].join(' '),
    ['img-src', "'self'", 'data:', 'blob:', ...anywhere].join(' '),
    ['media-src', "'self'", 'blob:', ...anywhere].join(' '),
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types own-scripts',
  ].join('; ')
}

/** Who may show the app in a frame: it counts in a header alone. @param {{ portals: readonly string[], frameAncestors: readonly string[] }} settings */
const frameAncestors = ({ portals, frameAncestors: more }) =>
  ['frame-ancestors', "'self'", ...(portals.length > 0 ? portals : CLOUD), ...more].join(' ')

/** What the app never asks for; the clipboard, full screen and playing of sound are not among it. */
const permissions = ['camera', 'microphone', 'geolocation', 'display-capture', 'payment', 'usb', 'serial', 'hid', 'midi']
  .map((name) => `${name}=()`)
  .join(', ')

/** Of every answer. */
const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }

/** Of the page. @param {{ portals: readonly string[], frameAncestors: readonly string[] }} settings */
export const pageHeaders = (settings) => ({
  ...always,
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': `${contentPolicy(settings.portals)}; ${frameAncestors(settings)}`,
  'Permissions-Policy': permissions,
  // A page that opened the app has no hold of its window. It counts for a window of its own alone: a portal's frame stays as it is.
  'Cross-Origin-Opener-Policy': 'same-origin',
})

/** Of files whose name changes with what is in them. */
export const assetHeaders = { ...always, 'Cache-Control': 'public, max-age=31536000, immutable' }

/** Of all other files. */
export const fileHeaders = { ...always, 'Cache-Control': 'no-cache' }

/** Who else may show the app in a frame where it is tried out: pages of the same machine. */
export const localAncestors = LOCAL
