// What is written at the ends of a history and in place of one; loads as one part.
export { EdgeNote } from './EdgeNote.tsx'
export { LoadingNote } from './LoadingNote.tsx'
export { WindowFailure } from './WindowFailure.tsx'
