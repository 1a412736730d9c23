import { Image, ImageOff, ListTree, Moon, Rows3, Rows4, Sun, TextInitial } from 'lucide-react'
import { IconButton } from '~/ui/Button'
import type { Display } from '~/dialog/display'
import { useText } from '~/ui/i18n'
import styles from './DisplaySettings.module.css'

const clocks = ['own', 'portal', 'utc'] as const

interface DisplaySettingsProps {
  readonly display: Display
  readonly onChange: (display: Display) => void
}

/** How the messages look: on whose clock, light or dark, comfortable or compact. */
export function DisplaySettings({ display, onChange }: DisplaySettingsProps) {
  const t = useText()
  const dark = display.theme === 'dark' || (display.theme === null && window.matchMedia('(prefers-color-scheme: dark)').matches)
  const compact = display.density === 'compact'
  const Theme = dark ? Sun : Moon
  const Density = compact ? Rows3 : Rows4
  const Pictures = display.showExternalImages ? Image : ImageOff
  const Extended = display.richMarkup ? ListTree : TextInitial
  return (
    <span className={styles.settings}>
      <select
        className={styles.clock}
        aria-label={t('settings.clock')}
        title={t('settings.clock')}
        value={display.clock}
        onChange={({ target }) => onChange({ ...display, clock: clocks.find((name) => name === target.value) ?? 'own' })}
      >
        {clocks.map((name) => (
          <option key={name} value={name}>
            {t(`settings.clock.${name}`)}
          </option>
        ))}
      </select>
      <IconButton
        label={t(dark ? 'settings.light' : 'settings.dark')}
        onClick={() => onChange({ ...display, theme: dark ? 'light' : 'dark' })}
      >
        <Theme size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      <IconButton
        label={t(compact ? 'settings.comfortable' : 'settings.compact')}
        onClick={() => onChange({ ...display, density: compact ? 'comfortable' : 'compact' })}
      >
        <Density size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      <IconButton
        label={t(display.showExternalImages ? 'settings.picturesAsk' : 'settings.picturesShow')}
        onClick={() => onChange({ ...display, showExternalImages: !display.showExternalImages })}
      >
        <Pictures size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      <IconButton
        label={t(display.richMarkup ? 'settings.plainMarkup' : 'settings.extendedMarkup')}
        onClick={() => onChange({ ...display, richMarkup: !display.richMarkup })}
      >
        <Extended size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </span>
  )
}
