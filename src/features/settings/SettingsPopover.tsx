import { Popover } from '@base-ui/react/popover'
import type { RefObject } from 'react'
import type { Display } from '~/dialog/state/display'
import { usePageDialog, type PageDialog } from '~/dialog/state/page-dialogs'
import { useLetterKeys } from '~/dialog/shortcuts/letter-keys'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { languages, type Language } from '~/ui/language'
import { Switch } from '~/ui/Switch/Switch'
import { useCell } from '~/ui/use-cell'
import { Choice } from './Choice.tsx'
import { reopen } from './reopen.ts'
import styles from './SettingsPopover.module.css'

const themes = ['system', 'light', 'dark'] as const
const densities = ['comfortable', 'compact'] as const
const clocks = ['own', 'portal', 'utc'] as const
const markups = ['plain', 'formatted'] as const

/** As speakers of each call their language. */
const languageNames: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' }

/** Distance from the button and from the edges of the page, px. */
const GAP = 8

export interface SettingsProps {
  readonly display: Display
  readonly onChange: (display: Display) => void
}

interface SettingsPopoverProps extends SettingsProps {
  /** What has opened it. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** The settings, each a choice in words. */
export function SettingsPopover({ button, onClose, ...settings }: SettingsPopoverProps) {
  const t = useText()
  const onOpenChange: Popover.Root.Props['onOpenChange'] = (open, { reason, event }) => {
    // A press on the button itself is handled there.
    if (open || (reason === 'outside-press' && event.target instanceof Node && button.current?.contains(event.target))) return
    onClose()
  }
  return (
    <Popover.Root open onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={button}
          side="top"
          align="end"
          sideOffset={GAP}
          collisionPadding={GAP}
          positionMethod="fixed"
        >
          <Popover.Popup className={styles.popup} finalFocus={button} aria-label={t('settings.label')}>
            <Choices onClose={onClose} {...settings} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Choices({ display, onChange, onClose }: SettingsProps & Pick<SettingsPopoverProps, 'onClose'>) {
  const t = useText()
  const letterKeys = useLetterKeys()
  const pageDialog = usePageDialog()
  const show = (dialog: PageDialog) => {
    onClose()
    pageDialog.set(dialog)
  }
  return (
    <>
      <Choice
        label={t('settings.theme')}
        options={themes.map((name) => [name, t(`settings.theme.${name}`)])}
        value={display.theme ?? 'system'}
        onChange={(theme) => onChange({ ...display, theme: theme === 'system' ? null : theme })}
      />
      <Choice
        label={t('settings.density')}
        options={densities.map((name) => [name, t(`settings.density.${name}`)])}
        value={display.density}
        onChange={(density) => onChange({ ...display, density })}
      />
      <Choice
        label={t('settings.clock')}
        options={clocks.map((name) => [name, t(`settings.clock.${name}`)])}
        value={display.clock}
        onChange={(clock) => onChange({ ...display, clock })}
      />
      <Choice
        label={t('settings.markup')}
        options={markups.map((name) => [name, t(`settings.markup.${name}`)])}
        value={display.richMarkup ? 'formatted' : 'plain'}
        onChange={(markup) => onChange({ ...display, richMarkup: markup === 'formatted' })}
      />
      <Choice
        label={t('settings.language')}
        options={[['browser', t('settings.language.browser')], ...languages.map((code) => [code, languageNames[code]] as const)]}
        value={display.language ?? 'browser'}
        onChange={(language) => {
          onChange({ ...display, language: language === 'browser' ? null : language })
          reopen()
        }}
      />
      <div className={styles.more}>
        <Switch
          label={t('settings.pictures')}
          note={t('settings.picturesNote')}
          on={display.showExternalImages}
          onChange={(showExternalImages) => onChange({ ...display, showExternalImages })}
        />
        <Switch label={t('keys.letters')} note={t('keys.lettersNote')} on={useCell(letterKeys)} onChange={letterKeys.set} />
        <div className={styles.links}>
          <Button look="link" onClick={() => show('keys')}>
            {t('keys.label')}
          </Button>
        </div>
      </div>
    </>
  )
}
