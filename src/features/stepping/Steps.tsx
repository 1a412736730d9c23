import { ArrowDown, ArrowUp, AtSign, UserRound, X } from 'lucide-react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { useStepping } from '~/dialog/stepping/Stepping'
import type { Side } from '~/domain/history/beyond'
import { Button, IconButton } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import type { Stepper, StepState } from './Stepper.ts'
import styles from './Steps.module.css'

/** Over the messages, once a step was taken: the ways on and back, how far it has looked, and the way to end it. */
export function Steps({ stepper }: { readonly stepper: Stepper }) {
  const t = useText()
  const state = useCell(stepper.state)
  const said = useSaid(state)
  // The first unread message is there once, and then there is nothing more to say.
  const isShown = state !== null && !(state.step.steps.of === 'unread' && state.phase === 'arrived')
  return (
    <>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {isShown && (
        <section
          className={styles.steps}
          aria-label={t('step.label')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            stepper.leave()
          }}
        >
          <div className={styles.line}>
            <What state={state} />
            <Ways state={state} />
            <IconButton label={t(state.phase === 'looking' ? 'step.stop' : 'step.close')} onClick={stepper.leave}>
              <X size={18} strokeWidth={1.8} aria-hidden />
            </IconButton>
          </div>
          {state.phase === 'failed' ? (
            <ErrorNotice error={state.error} onRetry={stepper.goOn} />
          ) : (
            said !== '' && (
              <div className={styles.said}>
                {/* Said by the status above. */}
                <span aria-hidden>{said}</span>
                {state.phase === 'stopped' && (
                  <Button look="link" onClick={stepper.goOn}>
                    {t('step.goOn')}
                  </Button>
                )}
              </div>
            )
          )}
        </section>
      )}
    </>
  )
}

/** What is stepped through. */
function What({ state }: { readonly state: StepState }) {
  const t = useText()
  const { steps } = state.step
  if (steps.of === 'unread') return <span className={styles.what}>{t('unread.first')}</span>
  const Icon = steps.of === 'person' ? UserRound : AtSign
  return (
    <>
      <Icon size={18} strokeWidth={1.8} aria-hidden />
      <bdi className={styles.what} title={steps.of === 'person' ? steps.name : undefined}>
        {steps.of === 'person' ? steps.name : t('step.mentions')}
      </bdi>
    </>
  )
}

/** To the one before and to the one after. */
function Ways({ state: { step, phase } }: { readonly state: StepState }) {
  const t = useText()
  const { wish } = useStepping()
  const { steps } = step
  if (steps.of === 'unread') return null
  const way = (side: Side, Icon: typeof ArrowUp, label: string) => (
    <IconButton
      label={label}
      // It stays where it is, and keeps the focus.
      aria-disabled={phase === 'looking' || (phase === 'none' && step.side === side) || phase === 'nowhere'}
      onClick={({ currentTarget }) => {
        if (currentTarget.ariaDisabled !== 'true') wish.set({ steps, side, from: null, focus: false })
      }}
    >
      <Icon size={18} strokeWidth={1.8} aria-hidden />
    </IconButton>
  )
  const { of } = steps
  return (
    <>
      {way('older', ArrowUp, t(of === 'person' ? 'step.person.older' : 'step.mention.older', nameOf(steps)))}
      {way('newer', ArrowDown, t(of === 'person' ? 'step.person.newer' : 'step.mention.newer', nameOf(steps)))}
    </>
  )
}

const nameOf = (steps: StepState['step']['steps']) => ({ name: steps.of === 'person' ? steps.name : '' })

/** How a step goes, in words; nothing where what it led to says so itself. */
function useSaid(state: StepState | null): string {
  const t = useText()
  const formats = useFormats()
  if (!state) return ''
  const { step, phase, reached } = state
  const date = reached?.sentAt != null ? formats.date(reached.sentAt) : null
  const isUnread = step.steps.of === 'unread'
  switch (phase) {
    case 'looking':
      return date === null || isUnread ? t('step.looking') : t(step.side === 'older' ? 'step.lookedBack' : 'step.lookedOn', { date })
    case 'none':
      return t(isUnread ? 'step.none.unread' : step.side === 'older' ? 'step.none.older' : 'step.none.newer')
    case 'nowhere':
      return t(step.steps.of === 'mentions' ? 'step.nowhere' : 'step.none.older')
    case 'latest':
      return t('step.latest')
    case 'stopped':
      return date === null ? t('step.stopped') : t('step.stoppedAt', { date })
    case 'arrived':
    case 'failed':
      return ''
  }
}
