import { Popover } from '@base-ui/react/popover'
import { CalendarOff, Clock3, ExternalLink, Globe, Mail, Phone, type LucideIcon } from 'lucide-react'
import { useId, type ReactNode, type RefObject } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { ShownPerson } from '~/dialog/state/OpenDialog'
import { useFindUser } from '~/dialog/use-find-user'
import { useKnownMembers } from '~/dialog/use-known-members'
import { parseDialogId } from '~/domain/ids'
import type { Contacts } from '~/domain/people/user'
import { usePortal } from '~/queries/portal-context'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { useCell } from '~/ui/use-cell'
import { OnlyTheirs } from './OnlyTheirs.tsx'
import { OpenChat } from './OpenChat.tsx'
import styles from './PersonCard.module.css'
import { PersonSteps } from './PersonSteps.tsx'

/** Distance from the name, and from the edges of the page, px. */
const GAP = 6
const EDGE = 8

interface PersonCardProps {
  readonly shown: ShownPerson
  readonly card: RefObject<HTMLDivElement | null>
  readonly onHide: () => void
  /** The pointer or the focus has entered the card. */
  readonly onEnter: () => void
  readonly onLeave: () => void
}

/** A person's card, beside the name that opened it. */
export function PersonCard({ shown, card, onHide, onEnter, onLeave }: PersonCardProps) {
  const t = useText()
  const nameId = useId()
  const popups = useCell(useDialog().popups)
  // What lies under a modal dialog cannot be pressed.
  const container = shown.element.closest('dialog') ?? popups
  const onOpenChange: Popover.Root.Props['onOpenChange'] = (open, { reason, event }) => {
    // A press on the name itself is handled there.
    if (open || (reason === 'outside-press' && event.target instanceof Node && shown.element.contains(event.target))) return
    if (reason === 'escape-key' && card.current?.contains(document.activeElement))
      shown.element.closest<HTMLElement>('[tabindex], button')?.focus({ preventScroll: true })
    onHide()
  }
  return (
    // A new card for each person; one opened with the keyboard takes the focus when it mounts.
    <Popover.Root key={`${shown.id} ${shown.byKey}`} open onOpenChange={onOpenChange}>
      <Popover.Portal container={container}>
        <Popover.Positioner
          className={styles.positioner}
          anchor={shown.element}
          side="bottom"
          align="start"
          sideOffset={GAP}
          collisionPadding={EDGE}
          positionMethod="fixed"
        >
          <Popover.Popup
            ref={card}
            className={styles.card}
            initialFocus={shown.byKey}
            finalFocus={false}
            aria-label={t('mention.card')}
            aria-describedby={nameId}
            data-testid="mention-card"
            onPointerEnter={onEnter}
            onPointerLeave={onLeave}
            onFocus={onEnter}
          >
            <PersonFacts shown={shown} nameId={nameId} onOpenChat={onHide} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface PersonFactsProps {
  readonly shown: ShownPerson
  readonly nameId: string
  readonly onOpenChat: () => void
}

function PersonFacts({ shown, nameId, onOpenChat }: PersonFactsProps) {
  const { id, element } = shown
  const t = useText()
  const findUser = useFindUser()
  const { portal } = usePortal()
  const members = useKnownMembers()
  const user = findUser(id) ?? members.find((member) => member.id === id)
  const name = user?.name || (element.dataset['userId'] && element.textContent) || t('user.unknown', { id: String(id) })
  const dialogId = parseDialogId(String(id))
  return (
    <>
      <Avatar name={name} color={user?.color ?? null} url={user?.avatarUrl ?? null} />
      <div className={styles.facts}>
        <bdi id={nameId} className={styles.name}>
          {name}
        </bdi>
        {user?.position && <bdi className={styles.position}>{user.position}</bdi>}
        {user && (user.kind !== 'user' || !user.active) && (
          <span className={styles.badges}>
            {!user.active && <span className={styles.badge}>{t('mention.inactive')}</span>}
            {user.kind !== 'user' && <span className={styles.badge}>{t(`badge.${user.kind}`)}</span>}
          </span>
        )}
        {user && <ContactLines contacts={user.contacts} />}
        <span className={styles.links}>
          {dialogId && <OpenChat dialogId={dialogId} name={name} onOpen={onOpenChat} />}
          <a href={`${portal}/company/personal/user/${id}/`} target="_blank" rel="noopener noreferrer">
            <ExternalLink size={14} strokeWidth={1.8} aria-hidden />
            {t('mention.openInPortal')}
          </a>
          <OnlyTheirs id={id} onShow={onOpenChat} />
          <PersonSteps shown={shown} name={name} onStep={onOpenChat} />
        </span>
      </div>
    </>
  )
}

/** An address that a mail program may be given. */
const MAIL = /^[^\s@<>()"?&]+@[^\s@<>()"?&]+$/

function ContactLines({ contacts }: { readonly contacts: Contacts }) {
  const t = useText()
  const formats = useFormats()
  const now = Date.now()
  const { email, phones, website, lastActiveAt, absentUntil } = contacts
  return (
    <>
      {email !== '' && (
        <Line icon={Mail}>{MAIL.test(email) ? <a href={`mailto:${encodeURI(email)}`}>{email}</a> : <bdi>{email}</bdi>}</Line>
      )}
      {phones.map((phone) => (
        <Line key={phone} icon={Phone}>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </Line>
      ))}
      {website !== null && (
        <Line icon={Globe}>
          <a href={website} target="_blank" rel="noopener noreferrer nofollow ugc">
            {new URL(website).host}
          </a>
        </Line>
      )}
      {absentUntil !== null && <Line icon={CalendarOff}>{t('person.absent', { date: formats.date(absentUntil) })}</Line>}
      {lastActiveAt !== null && <Line icon={Clock3}>{t('person.lastActive', { ...formats.lately(lastActiveAt, now) })}</Line>}
    </>
  )
}

function Line({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <span className={styles.line}>
      <Icon size={14} strokeWidth={1.8} aria-hidden />
      {children}
    </span>
  )
}
