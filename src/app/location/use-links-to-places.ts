import { useMemo } from 'react'
import type { DialogId } from '~/domain/ids'
import { useNavigation, type Navigation } from '~/navigation/NavigationContext'
import { useLeftPlaces } from './use-left-places.ts'

/** Leads to each chat where it was left. @param current leads to the end of this one, the present one */
export function useLinksToPlaces(current: DialogId | null): Navigation {
  const { hrefOf, open } = useNavigation()
  const places = useLeftPlaces()
  return useMemo(
    () => ({
      hrefOf,
      open: (to) =>
        open(
          to.dialogId && to.messageId === undefined && !to.day && to.dialogId !== current ? { ...to, left: places.find(to.dialogId) } : to,
        ),
    }),
    [hrefOf, open, places, current],
  )
}
