import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigation } from '~/navigation/NavigationContext'
import { dayQuery } from '~/queries/history/day'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import { useDialog } from '../state/DialogContext.ts'

/** The day that is being looked for, or could not be found. */
export interface WantedDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** Null while it is looked for. */
  readonly error: unknown
}

export interface GoToDay {
  readonly wanted: WantedDay | null
  readonly go: (day: string) => void
  /** Whatever is being looked for is not gone to any more. */
  readonly forget: () => void
}

/** Leads to the first message of a day, once it is known which one that is. */
export function useGoToDay(onArrived: () => void): GoToDay {
  const { id: dialogId } = useDialog()
  const client = usePortal()
  const queryClient = useQueryClient()
  const clock = useClock()
  const { open } = useNavigation()
  const [wanted, setWanted] = useState<WantedDay | null>(null)
  const turn = useRef(0)
  const forget = () => {
    turn.current++
    setWanted(null)
  }
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  const go = (day: string) => {
    const own = ++turn.current
    setWanted({ day, error: null })
    queryClient.fetchQuery(dayQuery(queryClient, client, dialogId, day, clock)).then(
      (messageId) => {
        if (turn.current !== own) return
        setWanted(null)
        if (messageId !== null) open({ messageId, day })
        onArrived()
      },
      (error: unknown) => {
        if (turn.current === own) setWanted({ day, error })
      },
    )
  }
  return { wanted, go, forget }
}
