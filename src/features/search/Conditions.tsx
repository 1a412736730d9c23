import { SlidersHorizontal, X } from 'lucide-react'
import type { RefObject } from 'react'
import { useConditionWords } from '~/dialog/finding/condition-words'
import { formatCondition, withCondition, withoutPart } from '~/domain/search/parse-query'
import { KINDS_OF_CONTENT, KINDS_OF_MESSAGE, type BareCondition, type Condition, type SearchQuery, type Term } from '~/domain/search/query'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import styles from './Conditions.module.css'
import { useSearchState } from './SearchState.ts'

interface ConditionsProps {
  readonly query: SearchQuery
  readonly typed: string
  readonly box: RefObject<HTMLInputElement | null>
}

const OFFERED: readonly BareCondition[] = [
  ...KINDS_OF_CONTENT.map((what) => ({ kind: 'has' as const, what })),
  ...KINDS_OF_MESSAGE.map((what) => ({ kind: 'is' as const, what })),
]
/** What the reader completes in the box. */
const BEGUN = ['from', 'on', 'after', 'before'] as const

/** The conditions of the query, for the mouse: those that are there can be removed, and others added. */
export function Conditions({ query, typed, box }: ConditionsProps) {
  const t = useText()
  const state = useSearchState()
  const choosing = useCell(state.choosing)
  const present = query.terms.filter(({ kind, not }) => kind !== 'text' || not)
  const change = (text: string) => {
    state.typed.set(text)
    box.current?.focus()
  }
  const isPresent = (condition: Condition) => present.some((term) => formatCondition(term) === formatCondition(condition))
  const atEnd = { start: typed.length, end: typed.length }
  return (
    <div className={styles.conditions}>
      <button type="button" className={styles.choose} aria-expanded={choosing} onClick={() => state.choosing.set(!choosing)}>
        <SlidersHorizontal size={14} strokeWidth={1.8} aria-hidden />
        {t('search.filters')}
      </button>
      {present.map((term) => (
        <Chip key={term.start} term={term} onRemove={() => change(withoutPart(typed, term))} />
      ))}
      {choosing && (
        <div className={styles.offered} role="group" aria-label={t('search.filters')}>
          {BEGUN.map((key) => (
            <button key={key} type="button" onClick={() => change(`${typed.trimEnd()}${typed.trim() === '' ? '' : ' '}${key}:`)}>
              {t(`search.begin.${key}`)}
            </button>
          ))}
          {OFFERED.map((bare) => ({ ...bare, not: false }))
            .filter((condition) => !isPresent(condition))
            .map((condition) => (
              <button key={formatCondition(condition)} type="button" onClick={() => change(`${withCondition(typed, atEnd, condition)} `)}>
                <ConditionName condition={condition} />
              </button>
            ))}
        </div>
      )}
    </div>
  )
}

function Chip({ term, onRemove }: { readonly term: Term; readonly onRemove: () => void }) {
  const t = useText()
  const name = useConditionWords()(term)
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={t('search.remove', { condition: name })}
      title={formatCondition(term)}
      onClick={onRemove}
    >
      <bdi>{name}</bdi>
      <X size={14} strokeWidth={1.8} aria-hidden />
    </button>
  )
}

const ConditionName = ({ condition }: { readonly condition: Condition }) => useConditionWords()(condition)
