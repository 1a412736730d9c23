import { memo, useEffect, useRef, type KeyboardEvent } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { authorName } from '~/dialog/author-name'
import { useFindUser } from '~/dialog/use-find-user'
import type { User } from '~/domain/people/user'
import { InternalLink } from '~/navigation/InternalLink'
import type { MessageSearch } from '~/queries/MessageSearch'
import { Button } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { Covered } from './Covered.tsx'
import type { Hit } from './hit.ts'
import { useSearchState } from './SearchState.ts'
import styles from './Results.module.css'
import type { useSearching } from './useSearching.ts'

interface ResultsProps {
  /** Null where there is nothing to look for. */
  readonly search: MessageSearch<Hit> | null
  readonly searching: ReturnType<typeof useSearching>
  /** The reader goes back to the box. */
  readonly onUp: () => void
}

/** What was found, how far that goes, or why there is nothing. */
export function Results({ search, searching, onUp }: ResultsProps) {
  const t = useText()
  const { query, tooShort, noDays, readAll } = searching
  if (search) return <Found search={search} onUp={onUp} />
  if (query.problems.length > 0) return null
  if (noDays)
    return (
      <p className={styles.note} role="status">
        {t('search.noDays')}
      </p>
    )
  return tooShort ? (
    <p className={styles.note} role="status">
      {t('search.tooShort')}{' '}
      <Button look="link" onClick={readAll}>
        {t('search.readAll')}
      </Button>
    </p>
  ) : (
    query.terms.length === 0 && <p className={styles.note}>{t('search.how')}</p>
  )
}

function Found({ search, onUp }: { readonly search: MessageSearch<Hit>; readonly onUp: () => void }) {
  const t = useText()
  const state = useSearchState()
  const hits = useCell(search.hits)
  const { complete, searching, failure } = useCell(search.progress)
  const chosen = useCell(state.chosen)
  const findUser = useFindUser()
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = scroller.current
    element?.scrollTo({ top: state.scrolled })
    // Whoever comes back to the list goes on from the hit that was gone to.
    if (state.chosen.get() !== null) element?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus({ preventScroll: true })
  }, [state, search])
  const goOn = () => void search.goOn()
  const reachable = hits.some(({ id }) => id === chosen) ? chosen : hits[0]?.id
  return (
    <>
      <Covered search={search} />
      {failure !== null && <ErrorNotice error={failure} onRetry={goOn} />}
      <div ref={scroller} className={styles.scroller} onScroll={({ currentTarget }) => (state.scrolled = currentTarget.scrollTop)}>
        {hits.length === 0 && !searching && failure === null && (
          <p className={styles.note}>{t(complete ? 'search.none' : 'search.noneYet')}</p>
        )}
        <ol aria-label={t('search.results')} onKeyDown={(event) => walk(event, onUp)}>
          {hits.map((hit) => (
            <li key={hit.id}>
              <FoundMessage
                hit={hit}
                author={findUser(hit.message.authorId) ?? hit.author}
                chosen={hit.id === chosen}
                reachable={hit.id === reachable}
                onChoose={state.chosen.set}
              />
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

/** Through the list by arrows, Home and End; from its first line, up to the box. */
function walk(event: KeyboardEvent<HTMLElement>, onUp: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-hit-id]')]
  const at = all.findIndex((link) => link === event.target)
  const to = at < 0 ? undefined : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (to < 0) onUp()
  else all[Math.min(to, all.length - 1)]?.focus()
}

interface FoundMessageProps {
  readonly hit: Hit
  readonly author: User | undefined
  readonly chosen: boolean
  /** By Tab. */
  readonly reachable: boolean
  readonly onChoose: (id: Hit['id']) => void
}

const FoundMessage = memo(function FoundMessage({ hit, author, chosen, reachable, onChoose }: FoundMessageProps) {
  const t = useText()
  const formats = useFormats()
  const { id, message, snippet } = hit
  return (
    <InternalLink
      className={styles.hit}
      to={{ messageId: id }}
      data-hit-id={id}
      aria-current={chosen || undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onChoose(id)}
    >
      <span className={styles.head}>
        <bdi className={styles.author}>
          {message.kind === 'system' && message.authorId === 0 ? t('search.is.system') : authorName(message, author, t)}
        </bdi>
        {message.sentAt !== null && (
          <time dateTime={new Date(message.sentAt).toISOString()} title={formats.full(message.sentAt, message.utcOffset)}>
            {formats.recent(message.sentAt, Date.now(), message.utcOffset)}
          </time>
        )}
      </span>
      <span className={styles.snippet} dir="auto">
        {snippet.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))}
      </span>
    </InternalLink>
  )
})
