import { InternalLink } from '~/navigation/InternalLink'
import { ModalCard } from '~/dialog/modal/ModalCard'
import { useFindUser } from '~/dialog/use-find-user'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { revealedText } from '~/lib/text/revealed-text'
import { CopyButton } from '~/ui/clipboard/CopyButton'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { authorName } from '~/dialog/author-name'
import { useFoundMessage } from '~/dialog/useFoundMessage'
import styles from './Details.module.css'

interface DetailsProps {
  readonly message: Message
  readonly history: History
  readonly onClose: () => void
}

/** The longest chain of replies that is followed. */
const MAX_CHAIN = 20

/** Everything known about a message, for copying. */
export function Details({ message, history, onClose }: DetailsProps) {
  const t = useText()
  return (
    <ModalCard label={t('details.label', { id: String(message.id) })} width={640} onClose={onClose}>
      {(close) => (
        <div className={styles.content}>
          <dl className={styles.facts}>
            <Fact name={t('details.id')}>{String(message.id)}</Fact>
            <ExactTime message={message} />
            {message.kind !== 'unknown' && <TextFacts message={message} history={history} />}
          </dl>
          {message.kind !== 'unknown' && <Chain message={message} onFollow={close} />}
          {message.kind !== 'unknown' && message.text !== '' && <Raw name={t('details.markup')} text={message.text} />}
          <Raw name="JSON" text={revealedText(JSON.stringify(message.raw, null, 2))} />
        </div>
      )}
    </ModalCard>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
        <CopyButton text={children} />
      </dd>
    </div>
  )
}

function ExactTime({ message: { sentAt, utcOffset } }: { readonly message: Message }) {
  const t = useText()
  const formats = useFormats()
  return sentAt === null ? null : <Fact name={t('details.time')}>{formats.full(sentAt, utcOffset)}</Fact>
}

function TextFacts({ message, history }: { readonly message: TextMessage; readonly history: History }) {
  const t = useText()
  const formats = useFormats()
  const findUser = useFindUser()
  const flags = [
    message.kind === 'system' && t('row.system'),
    message.edited && t('row.edited'),
    message.deleted && t('row.deleted'),
    message.unread && t('details.unread'),
    message.pinned && t('row.pinned'),
    !message.delivered && t('row.undelivered'),
  ].filter((flag) => flag !== false)
  return (
    <>
      <Fact name={t('details.author')}>{`${authorName(message, findUser(message.authorId), t)} (${message.authorId})`}</Fact>
      {flags.length > 0 && <Fact name={t('details.flags')}>{flags.join(', ')}</Fact>}
      {message.fileIds.map((id) => {
        const file = history.files.get(id)
        return (
          <Fact key={id} name={t('details.file')}>
            {file ? `${file.name} (${id}${file.sizeBytes === null ? '' : `, ${formats.bytes(file.sizeBytes)}`})` : String(id)}
          </Fact>
        )
      })}
    </>
  )
}

interface ChainProps {
  readonly message: TextMessage
  readonly onFollow: () => void
}

/** The message it replies to, the one that replies to, and so on, as far as loaded. */
function Chain({ message, onFollow }: ChainProps) {
  const t = useText()
  return message.replyTo === null ? null : (
    <section className={styles.chain}>
      <h3>{t('details.chain')}</h3>
      <ol>
        <Answered key={message.replyTo} id={message.replyTo} before={[]} onFollow={onFollow} />
      </ol>
    </section>
  )
}

interface AnsweredProps {
  readonly id: MessageId
  /** The chain before this message. */
  readonly before: readonly MessageId[]
  readonly onFollow: () => void
}

/** A message of the chain, followed by the one it replies to. */
function Answered({ id, before, onFollow }: AnsweredProps) {
  const t = useText()
  const findUser = useFindUser()
  const found = useFoundMessage(id)
  const chain = [...before, id]
  const next = found?.replyTo ?? null
  return (
    <>
      <li>
        <InternalLink to={{ messageId: id }} onClick={onFollow}>
          {found ? authorName(found.message, findUser(found.message.authorId) ?? found.author, t) : t('details.label', { id: String(id) })}
        </InternalLink>
      </li>
      {next !== null && !chain.includes(next) && chain.length < MAX_CHAIN && (
        <Answered key={next} id={next} before={chain} onFollow={onFollow} />
      )}
    </>
  )
}

function Raw({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <section className={styles.raw}>
      <h3>
        {name}
        <CopyButton text={text} />
      </h3>
      <pre tabIndex={0}>{revealedText(text)}</pre>
    </section>
  )
}
