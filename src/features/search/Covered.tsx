import { mayPass } from '~/domain/portal/may-pass'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import type { MessageSearch, SearchProgress } from '~/queries/MessageSearch'
import { Button } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { OnBack } from '~/ui/OnBack'
import { useCell } from '~/ui/use-cell'
import type { Hit } from './hit.ts'
import styles from './Results.module.css'
import { ShowInChat } from './ShowInChat.tsx'
import { useToday } from './use-today.ts'

/** How many were found, in what was looked through, and the way to go on or to end it. */
export function Covered({ search }: { readonly search: MessageSearch<Hit> }) {
  const t = useText()
  const count = useCell(search.hits).length
  const progress = useCell(search.progress)
  const { searching, complete, oneByOne, failure } = progress
  const extent = useExtent(search, progress)
  const goOn = () => void search.goOn()
  return (
    <div className={styles.covered}>
      {mayPass(failure) && <OnBack then={goOn} />}
      <p role="status">
        {joinNonEmpty(
          [t('search.count', { count }), extent, searching ? t('search.searching') : '', oneByOne ? t('search.oneByOne') : ''],
          ' ',
        )}
      </p>
      {searching ? (
        <Button look="link" onClick={search.stop}>
          {t('search.stop')}
        </Button>
      ) : (
        !complete &&
        failure === null && (
          <Button look="link" onClick={goOn}>
            {t('search.goOn')}
          </Button>
        )
      )}
      <ShowInChat />
    </div>
  )
}

function useExtent({ days }: MessageSearch<Hit>, { complete, oldestAt, cutByPlan }: SearchProgress): string {
  const t = useText()
  const formats = useFormats()
  const today = useToday()
  const isToToday = days.until === null || days.until >= today
  const to = days.until === null || isToToday ? t('search.today') : formats.calendarDate(days.until)
  // Where the plan hides what is older, that may have been wanted, too.
  if (complete && cutByPlan) return t('search.allowed')
  if (complete && days.since === null) return isToToday ? t('search.whole') : t('search.upTo', { to })
  if (complete && days.since !== null) return t('search.covered', { from: formats.calendarDate(days.since), to })
  if (oldestAt === null) return ''
  return t('search.covered', { from: formats.date(oldestAt), to })
}
