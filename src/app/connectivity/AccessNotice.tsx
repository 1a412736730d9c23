import { useQueryClient } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import { HelpLink } from '~/dialog/HelpLink'
import { useExplain } from '~/dialog/use-explain'
import { endsAccess } from '~/domain/portal/ends-access'
import type { PortalError } from '~/domain/portal/portal-error'
import { askFailedAgain } from '~/queries/ask-again'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import styles from './Connectivity.module.css'

interface AccessNoticeProps {
  readonly error: PortalError
  /** Null in a frame, where access is the portal's own to give: what has failed is asked for again instead. */
  readonly onConnectAgain: (() => void) | null
}

/** That the portal accepts nothing any more, once for the whole page, and the way on. What is loaded can still be read. */
export function AccessNotice({ error, onConnectAgain }: AccessNoticeProps) {
  const t = useText()
  const queryClient = useQueryClient()
  const { sentence, trouble } = useExplain()(error)
  return (
    <div className={styles.news} data-news="ended" role="alert">
      <Unplug size={16} strokeWidth={1.8} aria-hidden />
      <span>{onConnectAgain ? t('access.ended') : sentence}</span>
      <Button look="link" onClick={onConnectAgain ?? (() => askFailedAgain(queryClient, endsAccess))}>
        {t(onConnectAgain ? 'access.connect' : 'retry')}
      </Button>
      {/* The screen that asks for another webhook has one. */}
      {!onConnectAgain && <HelpLink about={trouble} />}
    </div>
  )
}
