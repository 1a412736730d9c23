import { HelpLink } from '~/dialog/HelpLink'
import { useExplain } from '~/dialog/use-explain'
import type { PlacementRow } from '~/domain/portal/installation'
import { useText } from '~/ui/i18n'
import styles from './Installation.module.css'

interface PlacementLineProps {
  readonly row: PlacementRow
  readonly isChosen: boolean
  readonly isEnabled: boolean
  /** Why it could not be changed just now; undefined where it could, or was not. */
  readonly failure: unknown
  readonly onChoose: (isOn: boolean) => void
}

/** One place of the portal, and whether the app is there. */
export function PlacementLine({ row, isChosen, isEnabled, failure, onChoose }: PlacementLineProps) {
  const t = useText()
  const explain = useExplain()
  const { placement, kind, processId, state, missing } = row
  const failed = failure === undefined ? null : explain(failure)
  const reason =
    failed !== null ? failed.sentence : missing !== null ? t('install.state.missing', { right: missing }) : t(`install.state.${state}`)
  return (
    <li className={styles.line} data-placement={placement} data-state={state}>
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={!isEnabled}
          onChange={({ target }) => onChoose(target.checked)}
          aria-describedby={`${placement}-state`}
        />
        <span className={styles.place}>
          {kind === 'smart-process' ? t(`install.place.${kind}`, { id: processId ?? 0 }) : t(`install.place.${kind}`)}
        </span>
      </label>
      <span id={`${placement}-state`} className={styles.state} data-failed={failed !== null || undefined}>
        {reason} {failed && <HelpLink about={failed.trouble} />}
      </span>
    </li>
  )
}
