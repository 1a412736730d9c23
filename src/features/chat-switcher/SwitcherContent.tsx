import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { usePastedPlace } from '~/dialog/pasted/use-pasted-place'
import { useText } from '~/ui/i18n'
import styles from './ChatSwitcher.module.css'
import { Destination } from './Destination.tsx'
import { PastedPlace } from './PastedPlace.tsx'
import { SwitcherHead } from './SwitcherHead.tsx'
import { SwitcherNote } from './SwitcherNote.tsx'
import { useDestinations } from './useDestinations.ts'
import { useGoing } from './useGoing.ts'
import { useActiveEntry } from './useActiveEntry.ts'

interface SwitcherContentProps {
  /** Of the list of where one can go. */
  readonly listId: string
  /** What stands in its field. */
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onClose: () => void
}

/** The field, and where it leads. */
export function SwitcherContent({ listId, typed, onType, onClose }: SwitcherContentProps) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const wanted = typed.trim()
  const pasted = usePastedPlace(wanted)
  const destinations = useDestinations(pasted === null ? wanted : '')
  const chats = pasted === null ? destinations.chats : []
  const { active, onKeyDown, forget } = useActiveEntry(list, chats)
  const going = useGoing(onClose)
  const place = typeof pasted === 'object' ? pasted : null
  const activeId = place !== null ? `${id}-pasted` : active === null ? undefined : `${id}-${active}`
  // One that stood here before it has loaded may have had the focus.
  useEffect(() => field.current?.focus(), [])

  const onFieldKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter') return onKeyDown(event)
    event.preventDefault()
    const link = activeId === undefined ? null : document.getElementById(activeId)
    if (!(link instanceof HTMLAnchorElement)) return
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener')
    else link.click()
  }
  return (
    <>
      <SwitcherHead
        ref={field}
        value={typed}
        listId={listId}
        expanded={chats.length > 0 || place !== null}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        onChange={({ target }) => {
          onType(target.value)
          forget()
          going.forget()
        }}
        onKeyDown={onFieldKeyDown}
        onClose={onClose}
      />
      <div className={styles.found}>
        <div ref={list} id={listId} className={styles.scroll} role="listbox" aria-label={t('switcher.list')}>
          {place !== null && (
            <PastedPlace id={`${id}-pasted`} place={place} onClick={(event) => going.followPlace(event, place.dialogId)} />
          )}
          {chats.map((chat) => (
            <Destination
              key={chat.dialogId}
              id={`${id}-${chat.dialogId}`}
              chat={chat}
              active={chat.dialogId === active}
              busy={going.asking === chat.dialogId}
              onClick={(event) => going.follow(event, chat)}
            />
          ))}
        </div>
        <SwitcherNote
          wanted={wanted}
          foreign={typeof pasted === 'string' ? pasted : null}
          missing={going.missing}
          destinations={{ ...destinations, chats }}
          pasted={pasted !== null}
        />
      </div>
    </>
  )
}
