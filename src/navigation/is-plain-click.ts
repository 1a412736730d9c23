import type { MouseEvent } from 'react'

/** Whether a click on a link follows it here. Others, such as with Ctrl or the middle button, open it elsewhere and are left to the browser. */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(ctrlKey || metaKey || shiftKey || altKey)
