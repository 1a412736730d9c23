import { ErrorNotice } from '~/dialog/ErrorNotice'
import { HelpLink } from '~/dialog/HelpLink'
import type { LineEntity } from '~/domain/portal/placement'
import { Button } from '~/ui/Button'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import styles from '../NoDialog.module.css'
import type { LookUpState } from '../location/usePlacementTarget.ts'

const EntityChats = lazyPart(() => import('~/features/entity-chats/EntityChats').then((part) => part.EntityChats))

/** In place of everything, where the portal's window did not answer. */
export function FrameFailure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <main className={styles.state}>
      <ErrorNotice error={error} onRetry={onRetry} />
    </main>
  )
}

/** The way to the places of the app, for those who may change them. */
export function InstallationLink({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText()
  return (
    <Button look="link" onClick={onOpen}>
      {t('install.open')}
    </Button>
  )
}

const SENTENCES = { none: 'shell.noCrmChat', nameless: 'shell.noCrmItem', hidden: 'shell.hiddenLine' } as const

/** Why there is no chat to open, and what there is in its place. */
export function LookUpNotice({ state, entity }: { readonly state: NonNullable<LookUpState>; readonly entity: LineEntity | null }) {
  const t = useText()
  if (state === 'loading') return null
  if (typeof state === 'string') {
    const told = SENTENCES[state]
    return (
      <div className={styles.none}>
        <Notice kind="info" actions={<HelpLink about={told} />}>
          {t(told)}
        </Notice>
        {entity && (
          <PartBoundary>
            <EntityChats entity={entity} current={null} />
          </PartBoundary>
        )}
      </div>
    )
  }
  return <ErrorNotice error={state.error} onRetry={state.retry} />
}
