import { joinNonEmpty } from '~/lib/text/join-non-empty'
import type { RequestRecord } from '~/domain/portal/request-record'
import { timeAt } from '~/lib/time/clock'
import { useClock } from '~/ui/clock'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { membersIn, purposeIn } from './requests-text.ts'
import styles from './Requests.module.css'

/** One request: when, what for, how it ended, how long it took and how much came. */
export function RequestRow({ request }: { readonly request: RequestRecord }) {
  const t = useText()
  const formats = useFormats()
  const clock = useClock()
  const { startedAt, verb, what, host, from, status, durationMs, sizeBytes, attempt } = request
  const members = membersIn(request)
  // The browser tells nothing of how others have answered.
  const ended = status === null ? (from === 'method' || from === 'file' ? t('requests.unanswered') : '') : String(status)
  const facts = joinNonEmpty([
    ended,
    t('requests.took', { number: formats.number(Math.round(durationMs)) }),
    sizeBytes === null ? '' : formats.bytes(sizeBytes),
    attempt > 1 ? t('requests.again', { number: formats.number(attempt) }) : '',
  ])
  return (
    <li className={styles.request} data-failed={status === null || status < 400 ? undefined : ''}>
      <time dateTime={new Date(startedAt).toISOString()} title={formats.full(startedAt, null)}>
        {timeAt(startedAt, clock.offsetAt(startedAt))}
      </time>
      <div>
        <p>{purposeIn(request, t)}</p>
        <code>
          {verb} {from === 'elsewhere' || from === 'portal' ? `${host}${what}` : what}
        </code>
        {members.length > 0 && <code>{members.join(', ')}</code>}
        <small>{facts}</small>
      </div>
    </li>
  )
}
