import type { ComponentProps } from 'react'
import { PanelField } from '~/dialog/side-panel/PanelField'
import { useText } from '~/ui/i18n'

/** The field of the box, while the rest of that loads and with it. */
export function SearchField(props: ComponentProps<typeof PanelField>) {
  const t = useText()
  return (
    <PanelField
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      placeholder={t('search.label')}
      aria-label={t('search.label')}
      {...props}
    />
  )
}
