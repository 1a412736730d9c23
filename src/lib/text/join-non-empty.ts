/** Joins texts into one line; empty ones are left out. */
export const joinNonEmpty = (parts: readonly string[], separator = ' · '): string => parts.filter((part) => part !== '').join(separator)
