import { formatCondition } from '~/domain/search/parse-query'
import { calendarDate } from '~/domain/search/calendar-date'
import type { Condition } from '~/domain/search/query'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import styles from './SearchBox.module.css'
import type { Suggested } from './useSuggestions.ts'

interface SuggestionsProps {
  readonly id: string
  readonly suggestions: Suggested
  readonly onChoose: (condition: Condition) => void
}

/** People to choose from, or a day to pick. */
export function Suggestions({ id, suggestions: { part, people, active }, onChoose }: SuggestionsProps) {
  const t = useText()
  const dated = part !== null && (part.key === 'before' || part.key === 'after' || part.key === 'on') ? { ...part, key: part.key } : null
  const day = dated ? calendarDate(dated.value) : null
  return (
    <>
      <div id={id} className={styles.people} role="listbox" aria-label={t('search.people')} hidden={people.length === 0}>
        {people.map(({ user, condition }, at) => (
          // Chosen by the keys of the box, which keeps the focus.
          <div
            key={user.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            title={formatCondition(condition)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(condition)}
          >
            <Avatar name={user.name} color={user.color} url={user.avatarUrl} />
            <bdi>{user.name}</bdi>
          </div>
        ))}
      </div>
      {dated && (
        <label className={styles.day}>
          {t('search.pickDay')}
          <input
            type="date"
            min="1990-01-01"
            max="2099-12-31"
            value={day?.length === 10 ? day : ''}
            onChange={({ target }) => {
              const date = calendarDate(target.value)
              if (date !== null) onChoose({ kind: dated.key, date, not: dated.not })
            }}
          />
        </label>
      )}
    </>
  )
}
