/** What `openPath` takes (`docs/bitrix24/placement.md` §4.3); older portals refuse `crm/type`. */
const OPENED = /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//

/**
 * The path of an address that the portal shows in a window of its own over the frame; null for all others.
 * @param portal origin
 */
export function portalPath(address: string, portal: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, username, password, pathname, search, hash } = new URL(address)
  if (origin !== portal || username !== '' || password !== '' || !OPENED.test(pathname)) return null
  return `${pathname}${search}${hash}`
}
