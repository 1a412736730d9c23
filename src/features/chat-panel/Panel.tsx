import { X } from 'lucide-react'
import { Tabs } from '@base-ui/react/tabs'
import { useEffect, useRef, useState } from 'react'
import type { IndexedMessage } from '~/queries/AttachmentIndex'
import { Button, IconButton } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { isMediaFile, mediaItemKey } from '~/domain/message/media'
import type { ChatFile } from '~/domain/message/chat-file'
import type { TextMessage } from '~/domain/message/message'
import { useCell } from '~/ui/use-cell'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/DialogContext'
import { useSaveFiles } from '~/dialog/saving/use-file-saving'
import { useFindUser } from '~/dialog/use-find-user'
import { finder } from './finder.ts'
import { FileItem, LinkItem, MediaRow } from './items.tsx'
import { Members } from './Members.tsx'
import { PanelList } from './PanelList.tsx'
import { Reached } from './Reached.tsx'
import { useAttachmentIndex } from './useAttachmentIndex.ts'
import styles from './Panel.module.css'

const tabs = ['members', 'media', 'files', 'links', 'voice'] as const
type Tab = (typeof tabs)[number]

/** What a chat consists of besides its messages: members and attachments. */
export function Panel() {
  const t = useText()
  const { panelOpen } = useDialog()
  const index = useAttachmentIndex()
  const [tab, setTab] = useState<Tab>('members')
  const [find, setFind] = useState('')
  const close = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const before = document.activeElement
    close.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  // A scan lives as long as its progress can be looked at. Not unsubscribed: while a window of messages is loading, nothing of this is there.
  useEffect(() => void panelOpen.subscribe(index.stop), [panelOpen, index])
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(chosen: Tab) => setTab(chosen)}
      render={<aside aria-label={t('panel.label')} />}
      className={styles.panel}
      onKeyDown={(event) => event.key === 'Escape' && panelOpen.set(false)}
    >
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
      <Tabs.List className={styles.tabs} activateOnFocus aria-label={t('panel.label')}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`panel.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        // Its content is reachable by Tab, so the panel itself need not be.
        <Tabs.Panel key={name} value={name} className={styles.content} tabIndex={-1}>
          {name === 'members' ? <Members find={find} /> : <Found tab={name} find={find} />}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}

interface FoundProps {
  readonly tab: Exclude<Tab, 'members'>
  readonly find: string
}

/** An attachment or a link, and its message. */
interface Item {
  readonly key: string
  readonly name: string
  readonly message: TextMessage
  /** Null for a link, whose name is its address. */
  readonly file: ChatFile | null
}

const filesOf = ({ message, files }: IndexedMessage, wanted: (file: ChatFile) => boolean): readonly Item[] =>
  files.filter(wanted).map((file) => ({ key: mediaItemKey(message, file), name: file.name, message, file }))

/** The items of a message under each tab. */
const itemsOf: Readonly<Record<FoundProps['tab'], (entry: IndexedMessage) => readonly Item[]>> = {
  media: (entry) => filesOf(entry, isMediaFile),
  files: (entry) => filesOf(entry, (file) => !isMediaFile(file) && !file.voiceNote),
  voice: (entry) => filesOf(entry, (file) => file.voiceNote),
  links: ({ message, links }) => links.map((href) => ({ key: `${message.id} ${href}`, name: href, message, file: null })),
}

const COLUMNS = 3

function Found({ tab, find }: FoundProps) {
  const t = useText()
  const saveFiles = useSaveFiles()
  const formats = useFormats()
  const findUser = useFindUser()
  const index = useAttachmentIndex()
  const entries = useCell(index.entries)
  /** Name, sender and day, as text to search in. */
  const wordsOf = ({ name, message }: Item) =>
    `${name} ${authorName(message, findUser(message.authorId), t)} ${message.sentAt === null ? '' : formats.day(message.sentAt, message.utcOffset)}`
  const items = entries.flatMap(itemsOf[tab]).filter(finder(find, wordsOf))
  const toSave = items.flatMap(({ file, message: { sentAt } }) => (file?.uploaded ? [{ file, sentAt }] : []))
  const columns = tab === 'media' ? COLUMNS : 1
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, at) => items.slice(at * columns, (at + 1) * columns))
  return (
    <>
      <Reached />
      {toSave.length > 1 && (
        <p className={styles.reached}>
          <Button look="link" onClick={() => saveFiles(toSave)}>
            {t('saving.all', { count: toSave.length })}
          </Button>
        </p>
      )}
      {items.length === 0 && <p className={styles.empty}>{t(find.trim() === '' ? 'panel.nothing' : 'panel.noMatches')}</p>}
      <PanelList
        label={t(`panel.${tab}`)}
        keys={rows.map((row) => row[0]?.key ?? '')}
        height={tab === 'media' ? 112 : 60}
        row={(index) => {
          const row = rows[index] ?? []
          const [first] = row
          if (!first) return null
          if (tab === 'media') return <MediaRow media={row.flatMap(({ key, message, file }) => (file ? [{ key, message, file }] : []))} />
          return first.file ? (
            <FileItem file={first.file} message={first.message} />
          ) : (
            <LinkItem href={first.name} message={first.message} />
          )
        }}
      />
    </>
  )
}
