export { Button } from './Button.tsx'
export { IconButton } from './IconButton.tsx'
export { HelpLink } from './HelpLink.tsx'
