import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useMessageText } from '~/bbcode/MessageTextContext'
import type { DialogId } from '~/domain/ids'
import { collectionOf, type Collected } from '~/queries/collection'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useFormats, useText } from '~/ui/i18n'
import { isMedium } from '~/domain/media'
import { useCell } from '~/ui/use-cell'
import { authorName } from '../author-name.ts'
import { FileItem, LinkItem, MediaRow } from './items.tsx'
import { Members } from './Members.tsx'
import { PanelList } from './PanelList.tsx'
import styles from './Panel.module.css'
import { panelOpen } from './panel-state.ts'

const tabs = ['members', 'media', 'files', 'links', 'voice'] as const
type Tab = (typeof tabs)[number]

/** What a chat consists of beside its messages: people, and what was sent. */
export function Panel({ dialogId }: { readonly dialogId: DialogId }) {
  const t = useText()
  const [tab, setTab] = useState<Tab>('members')
  const [find, setFind] = useState('')
  const close = useRef<HTMLSpanElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    close.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const to = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab
    setTab(to)
    document.getElementById(`${id}${to}`)?.focus()
  }
  return (
    <aside className={styles.panel} aria-label={t('panel.label')} onKeyDown={(event) => event.key === 'Escape' && panelOpen.set(false)}>
      <div className={styles.head}>
        <input
          className={styles.find}
          type="search"
          placeholder={t('panel.find')}
          aria-label={t('panel.find')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <span ref={close}>
          <IconButton label={t('panel.close')} onClick={() => panelOpen.set(false)}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className={styles.tabs} role="tablist" tabIndex={-1} aria-label={t('panel.label')} onKeyDown={onKeyDown}>
        {tabs.map((name) => (
          <button
            key={name}
            id={`${id}${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls={`${id}panel`}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {t(`panel.${name}`)}
          </button>
        ))}
      </div>
      <div id={`${id}panel`} className={styles.content} role="tabpanel" aria-labelledby={`${id}${tab}`}>
        {tab === 'members' ? <Members dialogId={dialogId} find={find} /> : <Found key={tab} tab={tab} dialogId={dialogId} find={find} />}
      </div>
    </aside>
  )
}

interface FoundProps {
  readonly tab: Exclude<Tab, 'members'>
  readonly dialogId: DialogId
  readonly find: string
}

/** What of a message stands under a tab. */
const itemsOf: Readonly<Record<FoundProps['tab'], (entry: Collected) => readonly { readonly key: string; readonly name: string }[]>> = {
  media: ({ message, files }) => files.filter(isMedium).map((file) => ({ key: `${message.id} ${file.id}`, name: file.name })),
  files: ({ message, files }) =>
    files.filter((file) => !isMedium(file) && !file.voiceNote).map((file) => ({ key: `${message.id} ${file.id}`, name: file.name })),
  voice: ({ message, files }) =>
    files.filter((file) => file.voiceNote).map((file) => ({ key: `${message.id} ${file.id}`, name: file.name })),
  links: ({ message, links }) => links.map((href) => ({ key: `${message.id} ${href}`, name: href })),
}

const COLUMNS = 3

function Found({ tab, dialogId, find }: FoundProps) {
  const t = useText()
  const formats = useFormats()
  const { findUser } = useMessageText()
  const collection = collectionOf(usePortal(), dialogId)
  const entries = useCell(collection.entries)
  const wanted = find.trim().toLocaleLowerCase()
  /** Who sent it and on which day, as words that can be looked for. */
  const aboutOf = ({ message }: Collected) =>
    `${authorName(message, findUser(message.authorId), t)} ${message.sentAt === null ? '' : formats.day(message.sentAt)}`
  const items = entries.flatMap((entry) =>
    itemsOf[tab](entry)
      .filter(({ name }) => wanted === '' || `${name} ${aboutOf(entry)}`.toLocaleLowerCase().includes(wanted))
      .map((item) => ({ ...item, entry })),
  )
  const fileOf = ({ key, entry }: (typeof items)[number]) => entry.files.find((file) => key === `${entry.message.id} ${file.id}`)
  const rows =
    tab === 'media'
      ? Array.from({ length: Math.ceil(items.length / COLUMNS) }, (_, at) => items.slice(at * COLUMNS, (at + 1) * COLUMNS))
      : items.map((item) => [item])
  return (
    <>
      <Reached dialogId={dialogId} />
      {items.length === 0 && <p className={styles.empty}>{t('panel.nothing')}</p>}
      <PanelList
        label={t(`panel.${tab}`)}
        keys={rows.map((row) => row[0]?.key ?? '')}
        height={tab === 'media' ? 112 : 60}
        row={(index) => {
          const row = rows[index] ?? []
          const [first] = row
          if (!first) return null
          if (tab === 'media')
            return (
              <MediaRow
                media={row.flatMap((item) => {
                  const file = fileOf(item)
                  return file ? [{ key: item.key, message: item.entry.message, file }] : []
                })}
                dialogId={dialogId}
              />
            )
          if (tab === 'links') return <LinkItem href={first.name} message={first.entry.message} dialogId={dialogId} />
          const file = fileOf(first)
          return file ? <FileItem file={file} message={first.entry.message} dialogId={dialogId} /> : null
        }}
      />
    </>
  )
}

/** How far back this list goes, and the way farther. */
function Reached({ dialogId }: { readonly dialogId: DialogId }) {
  const t = useText()
  const formats = useFormats()
  const client = usePortal()
  const collection = collectionOf(client, dialogId)
  const { oldestAt, unbroken, whole, reading, failed } = useCell(collection.reach)
  const date = oldestAt === null ? '' : formats.day(oldestAt)
  return (
    <p className={styles.reached} role="status">
      {failed ? t('panel.failed') : whole ? t('panel.whole') : date === '' ? '' : t(unbroken ? 'panel.since' : 'panel.read', { date })}
      {!whole && (
        <Button look="link" onClick={() => (reading ? collection.stop() : void collection.read(client, dialogId))}>
          {t(reading ? 'panel.stop' : failed ? 'retry' : 'panel.more')}
        </Button>
      )}
    </p>
  )
}
