import { explainError, type ErrorText } from '~/domain/portal/explain-error'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'

/** An error in the reader's language, and whether Retry can help. */
export interface ErrorInWords {
  readonly sentence: string
  readonly canRetry: boolean
  /** What the help has an entry for. */
  readonly trouble: ErrorText
}

/** A function that says an error in the reader's language. */
export function useExplain(): (error: unknown) => ErrorInWords {
  const t = useText()
  const formats = useFormats()
  return (error) => {
    const { text, status, availableAt, canRetry } = explainError(error)
    const time = availableAt === null ? '' : formats.time(availableAt)
    return { sentence: t(text, { status: status ?? '', time }), canRetry, trouble: text }
  }
}
