import { CalendarOff, Clock3, ExternalLink, Globe, Mail, MessageCircle, Phone, type LucideIcon } from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { useFindUser } from '~/dialog/use-find-user'
import { usePortal } from '~/queries/portal-context'
import { parseDialogId } from '~/domain/ids'
import type { Contacts } from '~/domain/user'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import styles from './PersonCards.module.css'
import { useShownPerson } from './useShownPerson.ts'

const GAP = 6
const EDGE = 8

/** A person's card: one for all mentions and authors, beside the one that opened it. */
export function PersonCards() {
  const t = useText()
  const findUser = useFindUser()
  const { portal } = usePortal()
  const { shownPerson } = useDialog()
  const card = useRef<HTMLDivElement>(null)
  const shown = useShownPerson(card)
  const nameId = useId()

  useLayoutEffect(() => {
    const element = card.current
    if (!shown || !element) return
    element.showPopover()
    const named = shown.element.getBoundingClientRect()
    const { width, height } = element.getBoundingClientRect()
    const below = named.bottom + GAP
    element.style.insetBlockStart = `${below + height > window.innerHeight - EDGE ? Math.max(EDGE, named.top - GAP - height) : below}px`
    element.style.insetInlineStart = 'auto'
    element.style.left = `${Math.max(EDGE, Math.min(named.left, window.innerWidth - width - EDGE))}px`
    if (shown.byKey) element.querySelector('a')?.focus()
    return () => element.hidePopover()
  }, [shown])

  if (!shown) return null
  const user = findUser(shown.id)
  const name = user?.name || (shown.element.dataset['userId'] && shown.element.textContent) || t('user.unknown', { id: String(shown.id) })
  const dialogId = parseDialogId(String(shown.id))
  return (
    <div
      ref={card}
      key={shown.id}
      className={styles.card}
      popover="manual"
      role="dialog"
      aria-label={t('mention.card')}
      aria-describedby={nameId}
      data-testid="mention-card"
    >
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
          {dialogId && (
            <InternalLink to={{ dialogId }} onClick={() => shownPerson.set(null)}>
              <MessageCircle size={14} strokeWidth={1.8} aria-hidden />
              {t('mention.openChat')}
            </InternalLink>
          )}
          <a href={`${portal}/company/personal/user/${shown.id}/`} target="_blank" rel="noopener noreferrer">
            <ExternalLink size={14} strokeWidth={1.8} aria-hidden />
            {t('mention.openInPortal')}
          </a>
        </span>
      </div>
    </div>
  )
}

/** An address that is safe in a `mailto:` link. */
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
      {absentUntil !== null && <Line icon={CalendarOff}>{t('person.absent', { date: formats.recent(absentUntil, now) })}</Line>}
      {lastActiveAt !== null && <Line icon={Clock3}>{t('person.lastActive', { date: formats.recent(lastActiveAt, now) })}</Line>}
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
