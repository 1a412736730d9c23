import { useQuery } from '@tanstack/react-query'
import { ListFilter, X } from 'lucide-react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useConditionWords, usePersonOf } from '~/dialog/finding/condition-words'
import { mayPass } from '~/domain/portal/may-pass'
import type { Condition } from '~/domain/search/query'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { OnBack } from '~/ui/OnBack'
import { ProgressLine } from '~/ui/ProgressLine'
import { useCell } from '~/ui/use-cell'
import type { FilteredSearch } from './filtered-search.ts'
import styles from './FilterStrip.module.css'

interface FilterStripProps {
  readonly filtered: FilteredSearch
  readonly onClear: () => void
}

/** Above messages that are shown alone: which these are, how many, out of what, and the way back to all. */
export function FilterStrip({ filtered: { conditions, search }, onClear }: FilterStripProps) {
  const t = useText()
  const { searching, complete, failure } = useCell(search.progress)
  const title = useTitle(conditions)
  const { extent, share } = useExtent(search)
  const goOn = () => void search.goOn()
  return (
    <section className={styles.strip} aria-label={t('filter.label')}>
      {mayPass(failure) && <OnBack then={goOn} />}
      <ListFilter className={styles.icon} size={18} strokeWidth={1.8} aria-hidden />
      <bdi className={styles.title} title={title}>
        {title}
      </bdi>
      <span className={styles.extent} title={extent} data-filter-count>
        {extent}
      </span>
      {(searching || !complete) && (
        <span className={styles.action}>
          <Button look="link" onClick={searching ? search.stop : goOn}>
            {t(searching ? 'search.stop' : failure === null ? 'search.goOn' : 'retry')}
          </Button>
        </span>
      )}
      <IconButton label={t('filter.clear')} onClick={onClear}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      {share !== null && <ProgressLine share={share} />}
      {/* Not while it counts: each number would be read out. */}
      <span className="visually-hidden" role="status">
        {searching ? '' : joinNonEmpty([title, extent])}
      </span>
    </section>
  )
}

/** What the messages are that are shown, as one would say it. */
function useTitle(conditions: readonly Condition[]): string {
  const t = useText()
  const personOf = usePersonOf()
  const wordsOf = useConditionWords()
  const [one, another] = conditions
  if (one && !another && !one.not) {
    if (one.kind === 'from') return t('filter.from', { name: personOf(one.name) })
    if (one.kind === 'has') return t(`filter.has.${one.what}`)
    if (one.kind === 'is') return t(`filter.is.${one.what}`)
  }
  return t('filter.only', { conditions: conditions.map(wordsOf).join(', ') })
}

/** How many were found, out of how many; and while that is not all, how far it goes. */
function useExtent(search: FilteredSearch['search']): { readonly extent: string; readonly share: number | null } {
  const t = useText()
  const formats = useFormats()
  const { id: dialogId } = useDialog()
  const { data: card } = useQuery(chatCardQuery(usePortal(), dialogId))
  const found = formats.number(useCell(search.hits).length)
  const { searching, complete, looked, oldestAt, cutByPlan, failure } = useCell(search.progress)
  if (complete) {
    const all = search.isPhrase ? card?.messageCount : Math.max(looked, card?.messageCount ?? 0)
    const count = all == null ? t('filter.found', { found }) : t('filter.count', { found, all: formats.number(all) })
    return { extent: joinNonEmpty([count, cutByPlan ? t('edge.cutByPlan') : '']), share: null }
  }
  const date = oldestAt === null ? '' : formats.date(oldestAt)
  const soFar = search.isPhrase ? t('filter.foundSince', { found, date }) : t('filter.since', { found, all: formats.number(looked), date })
  const total = card?.messageCount ?? 0
  return {
    extent: joinNonEmpty([oldestAt === null ? '' : soFar, failure === null ? '' : t('filter.failed')]),
    share: searching && !search.isPhrase && total > 0 ? looked / total : null,
  }
}
