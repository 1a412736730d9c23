/** Resolves in a task of its own: what was begun, such as a frame, ends first. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
