import { useShowAlone } from '~/dialog/side-panel/use-show-alone'
import { formatQuery } from '~/domain/search/parse-query'
import type { ContentKind } from '~/domain/search/query'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import type { ItemTab } from './panel-items.ts'
import styles from './Panel.module.css'

/** What the messages of each tab have. */
const CONTENT: Readonly<Record<ItemTab, ContentKind>> = { media: 'media', files: 'document', links: 'link', voice: 'audio' }

/** Shows the messages that bring such things, in the chat itself. */
export function ShowInChat({ tab }: { readonly tab: ItemTab }) {
  const t = useText()
  const show = useShowAlone()
  const query = formatQuery([{ kind: 'has', what: CONTENT[tab], not: false }])
  return (
    <p className={styles.reached}>
      <Button look="link" onClick={() => show(query)}>
        {t('filter.show')}
      </Button>
    </p>
  )
}
