import { ErrorNotice } from '~/dialog/ErrorNotice'
import { searchedFor } from '~/queries/chats'
import { useText } from '~/ui/i18n'
import styles from './ChatSwitcher.module.css'
import type { Destinations } from './useDestinations.ts'

interface SwitcherNoteProps {
  readonly wanted: string
  /** An address was pasted. */
  readonly pasted: boolean
  /** Of the portal that the address leads to, where it is another one. */
  readonly foreign: string | null
  /** Somebody was chosen with whom there is no chat. */
  readonly missing: string | null
  readonly destinations: Destinations
}

/** What there is to say below the chats: that more may come, why none do, and what to type for more. */
export function SwitcherNote({ wanted, pasted, foreign, missing, destinations: { chats, waiting, failure } }: SwitcherNoteProps) {
  const t = useText()
  const says = () => {
    if (missing !== null) return t('person.noChat', { name: missing })
    if (foreign !== null) return t('pasted.foreign', { host: foreign })
    if (pasted) return ''
    if (waiting) return t('switcher.waiting')
    if (failure) return ''
    const searched = wanted === '' ? 'chatsAndPeople' : searchedFor(wanted)
    if (searched !== 'chatsAndPeople') return t(`switcher.short.${searched}`)
    return chats.length > 0 ? '' : t(wanted === '' ? 'chats.none' : 'switcher.none')
  }
  const words = says()
  return (
    <>
      {failure && !pasted && <ErrorNotice error={failure.error} onRetry={failure.retry} />}
      <p className={styles.note} role="status">
        {words}
      </p>
    </>
  )
}
