import { useEffect, useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { parseQuery, withCondition } from '~/domain/search/parse-query'
import type { Condition, Problem } from '~/domain/search/query'
import { useText } from '~/ui/i18n'
import { useDialog } from '~/dialog/state/DialogContext'
import { PastedLink } from '~/dialog/pasted/PastedLink'
import { usePastedPlace } from '~/dialog/pasted/use-pasted-place'
import { parseMessageNumber } from '~/domain/message/parse-pasted-address'
import { useNavigation } from '~/navigation/NavigationContext'
import { SearchField } from './SearchField.tsx'
import { useSearchState } from './SearchState.ts'
import styles from './SearchBox.module.css'
import { Suggestions } from './Suggestions.tsx'
import { useSuggestions } from './useSuggestions.ts'
import type { useSearching } from './useSearching.ts'

interface SearchBoxProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly searching: ReturnType<typeof useSearching>
  /** The reader goes on to what was found. */
  readonly onDown: () => void
}

/** The query, what may complete it, and what about it cannot be understood. */
export function SearchBox({ ref, searching: { typed, query, begin }, onDown }: SearchBoxProps) {
  const t = useText()
  const state = useSearchState()
  const ids = { list: useId(), hints: useId() }
  const [caret, setCaret] = useState(0)
  const suggestions = useSuggestions(query, typed, caret)
  const place = usePlaceIn(typed)
  const { open } = useNavigation()
  useFocusAtFirst(ref)

  const complete = (condition: Condition) => {
    if (!suggestions.part) return
    const { start } = suggestions.part
    const completed = withCondition(typed, suggestions.part, condition)
    state.typed.set(completed)
    const end = parseQuery(completed).terms.find((term) => term.start >= start)?.end ?? completed.length
    // Beyond the part, which is complete.
    const spaced = end === completed.length ? `${completed} ` : completed
    state.typed.set(spaced)
    putCaret(ref.current, spaced, end + 1)
    setCaret(end + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const done = suggestions.onKey(event.key, complete)
    if (!done && event.key === 'Enter' && place !== null && typeof place === 'object') open(place)
    else if (!done && event.key === 'Enter') begin()
    else if (!done && event.key === 'ArrowDown') onDown()
    else if (!done) return
    // What it was for is over; nothing else closes for it.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.head}>
      <div className={styles.box}>
        <SearchField
          ref={ref}
          role="combobox"
          aria-expanded={suggestions.people.length > 0}
          aria-controls={ids.list}
          aria-autocomplete="list"
          aria-activedescendant={suggestions.active < 0 ? undefined : `${ids.list}-${suggestions.active}`}
          aria-describedby={ids.hints}
          aria-invalid={query.problems.length > 0}
          value={typed}
          onChange={(event) => {
            state.typed.set(event.target.value)
            setCaret(event.target.selectionStart ?? event.target.value.length)
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
        />
      </div>
      <Suggestions id={ids.list} suggestions={suggestions} onChoose={complete} />
      {place !== null && typeof place === 'object' && (
        <div className={styles.place}>
          <PastedLink place={place} />
        </div>
      )}
      <ul id={ids.hints} className={styles.hints}>
        {typeof place === 'string' && <li>{t('pasted.foreign', { host: place })}</li>}
        {query.problems.map((problem) => (
          <li key={problem.start}>
            <Hint problem={problem} typed={typed} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Why a part of the query cannot be understood, and how it could. */
function Hint({ problem: { code, start, end }, typed }: { readonly problem: Problem; readonly typed: string }) {
  const t = useText()
  return (
    <>
      <bdi className={styles.part}>{typed.slice(start, end)}</bdi> {t(`search.problem.${code}`)}
    </>
  )
}

function putCaret(box: HTMLInputElement | null, text: string, at: number): void {
  if (!box) return
  // React would put it at the end when it writes the text.
  box.value = text
  box.focus()
  box.setSelectionRange(at, at)
}

/** Whoever comes to an empty box is about to type; whoever comes back, to look. */
function useFocusAtFirst(box: RefObject<HTMLInputElement | null>): void {
  const state = useSearchState()
  useEffect(() => {
    if (state.chosen.get() === null) box.current?.focus()
  }, [state, box])
}

/** Where what was typed leads, as an address or as the number of a message. */
function usePlaceIn(typed: string): ReturnType<typeof usePastedPlace> {
  const { id: dialogId } = useDialog()
  const pasted = usePastedPlace(typed)
  const messageId = parseMessageNumber(typed)
  return messageId === null ? pasted : { dialogId, messageId }
}
