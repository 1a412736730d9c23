import type { Plugin } from 'vite'
import { contentPolicy } from '../hosting/headers.mjs'

/** Puts the policy into the built page, before anything that it concerns: few hosts of static files send it as a header. */
export const withContentPolicy = (): Plugin => ({
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      { tag: 'meta', injectTo: 'head-prepend', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy() } },
    ],
  },
})
