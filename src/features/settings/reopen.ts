/** Opens the page again in the language chosen, at the same place. An address that names a language would have its own way. */
export function reopen(): void {
  const address = new URL(window.location.href)
  address.searchParams.delete('lang')
  // The state holds the place.
  window.history.replaceState(window.history.state, '', address)
  window.location.reload()
}
