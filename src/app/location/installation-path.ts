/** Whether the page was opened at the address that installs the app: any of its pages with `?install`. */
export const isInstallationPath = (): boolean => new URLSearchParams(window.location.search).has('install')

/** A reload leads to the chats from now on. */
export function forgetInstallationPath(): void {
  const url = new URL(window.location.href)
  url.searchParams.delete('install')
  history.replaceState(history.state, '', url)
}
