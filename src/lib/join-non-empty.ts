/** What there is to say, one beside the other; empty parts are left out. */
export const joinNonEmpty = (parts: readonly string[], separator = ' · '): string => parts.filter((part) => part !== '').join(separator)
