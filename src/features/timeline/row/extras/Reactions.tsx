import { ThumbsUp } from 'lucide-react'
import { useMarkup } from '~/bbcode/view/MarkupContext'
import type { Reaction } from '~/domain/message/message'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCalm } from '~/ui/use-calm'
import styles from './Reactions.module.css'

/** The portal's names of reactions. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['kiss', '😘'],
  ['laugh', '😂'],
  ['wonder', '😮'],
  ['cry', '😢'],
  ['angry', '😡'],
  ['facepalm', '🤦'],
])

/** So many stand on one line in any width. */
const ONE_LINE = 2

/** Whether their height is known without drawing them: one line, of signs. */
const areLow = (reactions: readonly Reaction[]): boolean =>
  reactions.length <= ONE_LINE && reactions.every(({ name }) => name === 'like' || SIGNS.has(name))

/** Who liked a message, and other reactions once they are known. */
export function Reactions({ reactions }: { readonly reactions: readonly Reaction[] }) {
  const t = useText()
  const formats = useFormats()
  const { findUser, ownId, timeline } = useMarkup()
  const calm = useCalm(timeline)
  // Of what flies past only the room is there.
  const shown = calm || !areLow(reactions) ? reactions : []
  return (
    <div className={styles.reactions}>
      {shown.map(({ name, count, userIds }) => {
        const names = userIds.map((id) => findUser(id)?.name || t('user.unknown', { id: String(id) }))
        if (count > names.length) names.push(t('reaction.more', { count: count - names.length }))
        const sign = SIGNS.get(name)
        const label =
          name === 'like'
            ? t('row.likes', { count, names: names.join(', ') })
            : t('reaction.label', { name: sign ?? name, names: names.join(', ') })
        return (
          <button
            key={name}
            type="button"
            className={styles.reaction}
            data-own={(ownId !== null && userIds.includes(ownId)) || undefined}
            data-hint={names.join(', ')}
            aria-label={label}
          >
            {name === 'like' ? <ThumbsUp size={13} strokeWidth={1.8} aria-hidden /> : <span aria-hidden>{sign ?? name}</span>}
            <span aria-hidden>{formats.number(count)}</span>
          </button>
        )
      })}
    </div>
  )
}
