import { ThumbsUp } from 'lucide-react'
import { useMessageText } from '~/bbcode/MessageTextContext'
import type { UserId } from '~/domain/ids'
import { useFormats, useText } from '~/ui/i18n'
import styles from './Likes.module.css'

export function Likes({ ids }: { readonly ids: readonly UserId[] }) {
  const t = useText()
  const formats = useFormats()
  const { findUser, ownId } = useMessageText()
  const names = ids.map((id) => findUser(id)?.name || t('user.unknown', { id: String(id) })).join(', ')
  return (
    <p className={styles.likes} data-own={(ownId !== null && ids.includes(ownId)) || undefined} title={names}>
      <ThumbsUp size={13} strokeWidth={1.8} aria-hidden />
      <span aria-hidden>{formats.number(ids.length)}</span>
      <span className="visually-hidden">{t('row.likes', { count: ids.length, names })}</span>
    </p>
  )
}
