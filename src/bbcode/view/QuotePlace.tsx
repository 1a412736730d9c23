import { InternalLink } from '~/navigation/InternalLink'
import { useText } from '~/ui/i18n'
import type { QuoteSource } from '../parse/blocks.ts'
import { contextPlace } from '../text/context-place.ts'
import { useMarkup } from './MarkupContext.ts'
import styles from './Quote.module.css'

/** When a quoted message was sent, and where the quote says which message that is, the way to it. */
export function QuotePlace({ source: { context, time } }: { readonly source: QuoteSource }) {
  const t = useText()
  const { ownId, quotedTime } = useMarkup()
  const place = contextPlace(context, ownId)
  return (
    <>
      <bdi className={styles.time} data-beside-text>
        {place ? quotedTime(place, time) : time}
      </bdi>
      {place && <InternalLink className={styles.go} to={place} aria-label={t('quote.show')} data-label={t('quote.show')} />}
    </>
  )
}
