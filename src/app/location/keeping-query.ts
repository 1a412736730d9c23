/** Changes the address, which is then that of another place in the same dialog, and keeps what is searched for in it. */
export function keepingQuery(change: () => void): void {
  const query = new URLSearchParams(window.location.search).get('q')
  change()
  if (query === null) return
  const url = new URL(window.location.href)
  url.searchParams.set('q', query)
  history.replaceState(history.state, '', url)
}
