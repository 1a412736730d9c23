declare module '*.po' {
  import type { Messages } from '~/lib/texts'
  export const messages: Messages
}
