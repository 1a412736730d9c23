import { Search, X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { usePastedPlace } from '~/dialog/pasted/use-pasted-place'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useModal } from '~/ui/use-modal'
import styles from './ChatSwitcher.module.css'
import { Destination } from './Destination.tsx'
import { PastedPlace } from './PastedPlace.tsx'
import { SwitcherNote } from './SwitcherNote.tsx'
import { useDestinations } from './useDestinations.ts'
import { useGoing } from './useGoing.ts'
import { useActiveEntry } from './useActiveEntry.ts'

/** Leads to any chat of the portal by its name, or by an address that is pasted. */
export function ChatSwitcher({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const modal = useModal(onClose)
  useClosesOnBack(true, modal.close)
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const wanted = typed.trim()
  const pasted = usePastedPlace(wanted)
  const destinations = useDestinations(pasted === null ? wanted : '')
  const chats = pasted === null ? destinations.chats : []
  const { active, onKeyDown, forget } = useActiveEntry(list, chats)
  const going = useGoing(modal.close)
  const activeId = pasted !== null && typeof pasted === 'object' ? `${id}-pasted` : active === null ? undefined : `${id}-${active}`

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
    <dialog {...modal.props} className={styles.dialog} aria-label={t('switcher.label')}>
      <div className={styles.head}>
        <Search size={18} strokeWidth={1.8} aria-hidden />
        <input
          type="text"
          role="combobox"
          className={styles.field}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          placeholder={t('switcher.find')}
          aria-label={t('switcher.find')}
          aria-expanded={chats.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          onChange={({ target }) => {
            setTyped(target.value)
            forget()
            going.forget()
          }}
          onKeyDown={onFieldKeyDown}
        />
        <IconButton label={t('viewer.close')} onClick={modal.close}>
          <X size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.found}>
        <div ref={list} id={`${id}-list`} className={styles.scroll} role="listbox" aria-label={t('switcher.list')}>
          {typeof pasted === 'object' && pasted !== null && <PastedPlace id={`${id}-pasted`} place={pasted} onClick={modal.close} />}
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
    </dialog>
  )
}
