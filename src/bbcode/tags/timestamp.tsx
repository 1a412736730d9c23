import type { ReactNode } from 'react'
import { useClock } from '~/ui/clock'
import { useLanguage } from '~/ui/i18n'
import { BBCodeTag } from './BBCodeTag.tsx'
import { formatTimestamp, timestampOf } from '../text/timestamp.ts'

function Timestamp({ value }: { readonly value: string }) {
  const language = useLanguage()
  const clock = useClock()
  const { seconds } = timestampOf(value)
  const date = new Date(seconds * 1_000)
  return <time dateTime={date.toISOString()}>{formatTimestamp(value, language, clock)}</time>
}

/** `[TIMESTAMP=1772700000 FORMAT=SHORT_TIME_FORMAT]` */
export class TimestampTag extends BBCodeTag {
  override render(): ReactNode {
    return <Timestamp value={this.node.value} />
  }
}
