import { requiredContext } from '~/ui/required-context'
import type { LeftPlace } from '~/domain/history/place'
import type { DialogId, MessageId } from '~/domain/ids'

/** A place inside the app: a dialog, or a message of one; without `dialogId`, of the dialog that is shown. */
export interface LinkTarget {
  readonly dialogId?: DialogId
  readonly messageId?: MessageId
  /** The day, `YYYY-MM-DD`, whose first message that is: the address names it instead. Without a message, the day that is gone to. */
  readonly day?: string
  /** Where the dialog was left, and is opened again; its end when absent. */
  readonly left?: LeftPlace | null
}

/** The ways to places inside the app. */
export interface Navigation {
  /** Its address, which works in any tab. */
  readonly hrefOf: (to: LinkTarget) => string
  /** Goes there in this tab, without reloading the page. */
  readonly open: (to: LinkTarget) => void
}

export const [NavigationContext, useNavigation] = requiredContext<Navigation>('the app')
