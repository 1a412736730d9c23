import { Tabs } from '@base-ui/react/tabs'
import { PANEL_TABS, type PanelTab } from '~/dialog/state/panel-state'
import { usePanelState } from '~/dialog/use-panel-state'
import { PanelField } from '~/dialog/side-panel/PanelField'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { Found } from './Found.tsx'
import { Members } from './Members.tsx'
import styles from './Panel.module.css'

/** What a chat consists of besides its messages: members and attachments. */
export function Panel() {
  const t = useText()
  const state = usePanelState()
  const shown = useCell(state.tab)
  const find = useCell(state.find)
  return (
    <Tabs.Root value={shown} onValueChange={(tab: PanelTab) => state.tab.set(tab)} className={styles.panel}>
      <div className={styles.head}>
        <PanelField
          placeholder={t('panel.find')}
          aria-label={t('panel.find')}
          value={find}
          onChange={(event) => state.find.set(event.target.value)}
        />
      </div>
      <Tabs.List className={styles.tabs} activateOnFocus aria-label={t('panel.label')}>
        {PANEL_TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`panel.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PANEL_TABS.map((tab) => (
        // Its content is reachable by Tab, so the panel itself need not be.
        <Tabs.Panel key={tab} value={tab} className={styles.content} tabIndex={-1}>
          {tab === 'members' ? <Members find={find} /> : <Found tab={tab} find={find} />}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
