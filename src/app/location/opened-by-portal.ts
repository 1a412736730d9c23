/** Whether a portal has opened this page: it names itself and the session in the address; `docs/bitrix24/placement.md` §1. */
export function isOpenedByPortal(): boolean {
  const query = new URLSearchParams(window.location.search)
  return query.has('DOMAIN') && query.has('APP_SID')
}
