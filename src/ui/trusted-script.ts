/** The part of Trusted Types that is used; TypeScript's DOM does not have it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string }
}

/** The one policy that the page allows (`hosting/headers.mjs`): scripts of the app's own host. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('own-scripts', {
  createScriptURL(address) {
    const { origin, protocol } = new URL(address)
    // A `blob:` of ours has our origin too, and may hold what somebody sent.
    if (origin !== window.location.origin || protocol !== window.location.protocol) throw new TypeError('Not a script of the app.')
    return address
  },
})

/** The absolute address of a script of the app in the form in which a worker may be started with it. @throws {TypeError} for any other */
export const trustedScript = (address: string): string => policy?.createScriptURL(address) ?? address
