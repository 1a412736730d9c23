// What a host may decide, by environment variables; `docs/hosting.md` tells of each.

/** @typedef {{ port: number, host: string, portals: readonly string[], frameAncestors: readonly string[], logs: boolean }} Settings */

/** A host as the policy of a page names it: with a scheme, perhaps any subdomain, perhaps a port. */
const SOURCE = /^https?:\/\/(?:\*\.)?(?:[a-z\d-]+(?:\.[a-z\d-]+)*|\[[\da-f:]+\])(?::(?:\d{1,5}|\*))?$/i

/** A setting that cannot be used; its message is one line for whoever has set it. */
export class BadSetting extends Error {}

/** @returns {readonly string[]} */
function sources(environment, name) {
  const words = (environment[name] ?? '').split(/\s+/).filter((word) => word !== '')
  for (const word of words)
    if (!SOURCE.test(word))
      throw new BadSetting(`${name}: “${word}” is not an address such as https://portal.example.com or https://*.example.com.`)
  return words
}

function portNumber({ PORT: text = '' }) {
  if (text === '') return 4173
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 65_535) throw new BadSetting(`PORT=${text} is not a port number.`)
  return value
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Settings}
 * @throws {BadSetting}
 */
export const readSettings = (environment) => ({
  port: portNumber(environment),
  // Both families of addresses, wherever the machine has them.
  host: environment.HOST || '::',
  portals: sources(environment, 'PORTALS'),
  frameAncestors: sources(environment, 'FRAME_ANCESTORS'),
  logs: environment.LOG !== 'off',
})
