import { Settings } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '~/ui/Button'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import type { SettingsProps } from './SettingsPopover.tsx'

const SettingsPopover = lazyPart(() => import('./SettingsPopover.tsx').then((module) => module.SettingsPopover))

/** How the messages look: behind one button, which is there in narrow windows, too. */
export function DisplaySettings(settings: SettingsProps) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        ref={button}
        label={t('settings.label')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        <Settings size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
      {open && (
        <PartBoundary>
          <SettingsPopover button={button} onClose={() => setOpen(false)} {...settings} />
        </PartBoundary>
      )}
    </>
  )
}
