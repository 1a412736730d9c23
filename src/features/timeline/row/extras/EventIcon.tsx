import { BellRing, UserMinus, UserPlus, type LucideIcon } from 'lucide-react'
import { useFindUser } from '~/dialog/use-find-user'
import type { ChatEvent, EventKind } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import styles from './EventIcon.module.css'

const icons: Readonly<Record<EventKind, LucideIcon>> = { join: UserPlus, leave: UserMinus, notice: BellRing }

/** What kind of event a line is, and who was notified of it. */
export function EventIcon({ event: { kind, notified } }: { readonly event: ChatEvent }) {
  const t = useText()
  const findUser = useFindUser()
  const Icon = icons[kind]
  const names = notified.map((id) => findUser(id)?.name || t('user.unknown', { id: String(id) })).join(', ')
  const label = names === '' ? t(`event.${kind}`) : t('event.notified', { names })
  return (
    <span className={styles.icon} title={label}>
      <Icon size={14} strokeWidth={1.8} aria-hidden />
      <span className="visually-hidden">{label} </span>
    </span>
  )
}
