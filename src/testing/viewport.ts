/** The window of component tests, px. */
export const VIEWPORT = { width: 1000, height: 700 }
