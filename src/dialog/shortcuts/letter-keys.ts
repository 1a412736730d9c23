import { Cell } from '~/lib/Cell'
import { usePortalSession } from '../state/PortalSession.ts'

const KEY = 'letter-keys'

function readStored(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    // Storage may be denied in a frame.
    return true
  }
}

/** Whether single keys do something; on until somebody switches them off (WCAG 2.1.4), in this browser. */
class LetterKeys {
  readonly areOn = new Cell(readStored())

  constructor() {
    this.areOn.subscribe(() => {
      try {
        localStorage.setItem(KEY, this.areOn.get() ? 'on' : 'off')
      } catch {
        // The choice then lasts until the page is closed.
      }
    })
  }
}

/** Whether single keys do something. */
export const useLetterKeys = (): Cell<boolean> => usePortalSession().only(LetterKeys, () => new LetterKeys()).areOn
