export { Notice } from './Notice.tsx'
export { FailureNotice } from './FailureNotice.tsx'
