// What is written at the ends of a history; loads as one part.
export { Beginning } from './Beginning.tsx'
export { EdgeFailure } from './EdgeFailure.tsx'
