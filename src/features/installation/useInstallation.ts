import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { placementRows, type PlacementRow } from '~/domain/portal/installation'
import { installationQuery, installPlacements, removePlacements, type Failures } from '~/queries/installation'
import { usePortal } from '~/queries/portal-context'

/** What was last done, and how many places it went well with. */
interface Report {
  readonly did: 'install' | 'remove'
  readonly count: number
  readonly failures: Failures
}

const isChangeable = ({ state }: PlacementRow): boolean => state !== 'refused'

/**
 * The places of the app, which of them are chosen, and what can be done with these.
 * @param handler the address that places open
 */
export function useInstallation(handler: string, isAdmin: boolean) {
  const client = usePortal()
  const facts = useQuery({ ...installationQuery(client), enabled: isAdmin })
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(new Set())
  const [isWorking, setWorking] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const rows = facts.data ? placementRows(facts.data, handler) : []
  const isChosen = (row: PlacementRow) => isChangeable(row) && !unchosen.has(row.placement)
  const chosen = rows.filter(isChosen)

  const change = async (did: Report['did'], changed: readonly PlacementRow[], doIt: () => Promise<Failures>): Promise<Report> => {
    setWorking(true)
    setReport(null)
    const failures = await doIt()
    await facts.refetch()
    const made = { did, failures, count: changed.length - failures.size }
    setReport(made)
    setWorking(false)
    return made
  }
  return {
    facts,
    rows,
    isChosen,
    isChangeable,
    isWorking,
    report,
    choose: (placement: string, isOn: boolean) => {
      const next = new Set(unchosen)
      if (isOn) next.delete(placement)
      else next.add(placement)
      setUnchosen(next)
    },
    install: chosen.length > 0 ? () => change('install', chosen, () => installPlacements(client, chosen, handler)) : null,
    remove: chosen.some(({ state }) => state === 'bound' || state === 'broken')
      ? () => {
          const there = chosen.filter(({ state }) => state !== 'free')
          return change('remove', there, () => removePlacements(client, there, facts.data?.bound ?? []))
        }
      : null,
  }
}
