import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { authorName } from '~/dialog/author-name'
import { useSaveFiles } from '~/dialog/saving/use-file-saving'
import { dayAt } from '~/lib/time/clock'
import { lookUpPeople } from '~/queries/look-up-people'
import { usePortal } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { useClock } from '~/ui/clock'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { FileItem, LinkItem, MediaRow } from './items.tsx'
import { byMonth, finder, itemsOf, sizeOf, type ItemTab, type PanelItem } from './panel-items.ts'
import { PanelList } from './PanelList.tsx'
import { Reached } from './Reached.tsx'
import { useAttachmentIndex } from './useAttachmentIndex.ts'
import { useFindAuthor } from './useFindAuthor.ts'
import styles from './Panel.module.css'
import { ShowInChat } from './ShowInChat.tsx'

const COLUMNS = 3

interface FoundProps {
  readonly tab: ItemTab
  readonly find: string
}

/** What has been found of one kind of attachments, by month. */
export function Found({ tab, find }: FoundProps) {
  const t = useText()
  const formats = useFormats()
  const { items, dayOf } = useItems(tab, find)
  const columns = tab === 'media' ? COLUMNS : 1
  const months = byMonth(items, dayOf).map(({ month, items: itsItems }) => ({
    month,
    rows: Array.from({ length: Math.ceil(itsItems.length / columns) }, (_, at) => itsItems.slice(at * columns, (at + 1) * columns)),
  }))
  const rows = months.flatMap((month) => month.rows)
  return (
    <>
      <Reached />
      <SaveAll items={items} />
      {items.length > 0 && <ShowInChat tab={tab} />}
      {items.length === 0 && <p className={styles.empty}>{t(find.trim() === '' ? 'panel.nothing' : 'panel.noMatches')}</p>}
      <PanelList
        tab={tab}
        label={t(`panel.${tab}`)}
        sections={months.map(({ month, rows: itsRows }) => ({
          heading: month === null ? null : formats.month(month),
          keys: itsRows.map((row) => row[0]?.key ?? ''),
        }))}
        height={tab === 'media' ? 112 : 60}
        row={(index) => {
          const row = rows[index] ?? []
          const [first] = row
          if (!first) return null
          if (tab === 'media') return <MediaRow media={row.flatMap(({ key, message, file }) => (file ? [{ key, message, file }] : []))} />
          return first.file ? <FileItem item={first} file={first.file} /> : <LinkItem item={first} />
        }}
      />
    </>
  )
}

/** The items of a tab that match, and on which day each was sent: `YYYY-MM-DD`. */
function useItems(tab: ItemTab, find: string) {
  const t = useText()
  const formats = useFormats()
  const clock = useClock()
  const findAuthor = useFindAuthor()
  const entries = useCell(useAttachmentIndex().entries)
  const all = useMemo(() => entries.flatMap(itemsOf[tab]), [entries, tab])
  useUnknownAuthors(all)
  return useMemo(() => {
    const dayOf = ({ message: { sentAt, utcOffset } }: PanelItem) =>
      sentAt === null ? null : dayAt(sentAt, clock.offsetAt(sentAt, utcOffset))
    const matches = finder(find, (item: PanelItem) => {
      const { name, message } = item
      const date = message.sentAt === null ? '' : formats.day(message.sentAt, message.utcOffset)
      return { words: `${name} ${authorName(message, findAuthor(item), t)} ${date}`, day: dayOf(item) }
    })
    return { items: all.filter(matches), dayOf }
  }, [all, find, clock, formats, findAuthor, t])
}

/** Looks up those whom nobody has described: they are found by their names as well. */
function useUnknownAuthors(items: readonly PanelItem[]): void {
  const client = usePortal()
  const queryClient = useQueryClient()
  const findAuthor = useFindAuthor()
  useEffect(() => {
    const unknown = new Set(items.filter((item) => item.message.authorId > 0 && !findAuthor(item)).map(({ message }) => message.authorId))
    if (unknown.size > 0) void lookUpPeople(queryClient, client, [...unknown])
  }, [items, findAuthor, client, queryClient])
}

/** Saves all files that are listed, and tells how much that is. */
function SaveAll({ items }: { readonly items: readonly PanelItem[] }) {
  const t = useText()
  const formats = useFormats()
  const saveFiles = useSaveFiles()
  const toSave = items.flatMap(({ file, message: { sentAt } }) => (file?.uploaded ? [{ file, sentAt }] : []))
  if (toSave.length < 2) return null
  const { bytes, more } = sizeOf(toSave.map(({ file }) => file))
  return (
    <p className={styles.reached}>
      <Button look="link" onClick={() => saveFiles(toSave)}>
        {t('saving.all', { count: toSave.length })}
      </Button>
      {bytes > 0 && t(more ? 'panel.sizeOver' : 'panel.size', { size: formats.bytes(bytes) })}
    </p>
  )
}
