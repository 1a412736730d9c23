import { ErrorNotice } from '~/dialog/ErrorNotice'
import { HelpLink } from '~/dialog/HelpLink'
import { missingRights } from '~/domain/portal/installation'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import page from '~/ui/PageCard.module.css'
import styles from './Installation.module.css'
import { PlacementLine } from './PlacementLine.tsx'
import { useInstallation } from './useInstallation.ts'

interface InstallationProps {
  /** The address that places open. */
  readonly handler: string
  readonly isAdmin: boolean
  /** Tells the portal that the installation is done; null where it is. */
  readonly onFinish: (() => void) | null
  readonly onLeave: () => void
}

/** Where the app appears in the portal: for an administrator to choose, at the installation and ever after. */
export function Installation({ handler, isAdmin, onFinish, onLeave }: InstallationProps) {
  const t = useText()
  return (
    <main className={page.page}>
      <div className={page.card}>
        <h1>{t('install.title')}</h1>
        <p className={page.lead}>{t('install.lead')}</p>
        {isAdmin ? (
          <Places handler={handler} onFinish={onFinish} />
        ) : (
          <Notice kind="info" actions={<HelpLink about="install.notAdmin" />}>
            {t('install.notAdmin')}
          </Notice>
        )}
        {onFinish === null && (
          <p>
            <Button look="link" onClick={onLeave}>
              {t('install.toChats')}
            </Button>
          </p>
        )}
      </div>
    </main>
  )
}

function Places({ handler, onFinish }: Pick<InstallationProps, 'handler' | 'onFinish'>) {
  const t = useText()
  const { facts, rows, isChosen, isChangeable, isWorking, report, choose, install, remove } = useInstallation(handler, true)
  if (facts.error && !facts.data) return <ErrorNotice error={facts.error} onRetry={() => void facts.refetch()} />
  if (!facts.data) return <p className={page.lead}>{t('install.working')}</p>
  const missing = missingRights(facts.data)
  const canBind = !missing.includes('placement')
  const onInstall =
    install &&
    (async () => {
      const { failures } = await install()
      // The portal loads the frame anew, and with it goes what is said here: so only where there is nothing to be read.
      if (failures.size === 0) onFinish?.()
    })
  return (
    <>
      {missing.map((right) => (
        <Notice key={right} kind={right === 'crm' ? 'info' : 'danger'} actions={<HelpLink about={`install.right.${right}`} />}>
          {t(`install.right.${right}`)}
        </Notice>
      ))}
      {canBind && (
        <>
          <ul className={styles.lines} aria-label={t('install.choose')}>
            {rows.map((row) => (
              <PlacementLine
                key={row.placement}
                row={row}
                isChosen={isChosen(row)}
                isEnabled={isChangeable(row) && !isWorking}
                failure={report?.failures.get(row.placement)}
                onChoose={(isOn) => choose(row.placement, isOn)}
              />
            ))}
          </ul>
          <div className={styles.actions}>
            <Button look="primary" disabled={!onInstall} aria-disabled={isWorking} onClick={() => isWorking || void onInstall?.()}>
              {t('install.do')}
            </Button>
            <Button disabled={!remove} aria-disabled={isWorking} onClick={() => isWorking || void remove?.()}>
              {t('install.remove')}
            </Button>
            {onFinish && report && report.failures.size > 0 && <Button onClick={onFinish}>{t('install.finish')}</Button>}
          </div>
        </>
      )}
      <p role="status" className={styles.report}>
        {isWorking
          ? t('install.working')
          : report &&
            (report.failures.size > 0
              ? t('install.failed', { count: report.failures.size })
              : t(report.did === 'install' ? 'install.done' : 'install.removed', { count: report.count }))}
      </p>
    </>
  )
}
