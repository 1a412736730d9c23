/** What something returns; null where it throws, as storage does where a frame is denied it. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
