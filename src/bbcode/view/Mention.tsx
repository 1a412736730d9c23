import type { KeyboardEvent, MouseEvent } from 'react'
import { useText } from '~/ui/i18n'
import { mentionLabel, mentionOf } from '../text/labels.ts'
import styles from './Mention.module.css'
import { useMarkup } from './MarkupContext.ts'

interface MentionProps {
  /** What `[USER=…]` names. */
  readonly value: string
  readonly written: string
  readonly inLink: boolean
}

/** A person's name; pressing it opens their card. */
export function Mention({ value, written, inLink }: MentionProps) {
  const { findUser, ownId, showPerson } = useMarkup()
  const t = useText()
  const { id } = mentionOf(value)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (id === 'all' || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    showPerson(id, event.currentTarget, true)
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // With Shift, messages are chosen.
    if (id !== 'all' && !event.shiftKey) showPerson(id, event.currentTarget, false)
  }
  return (
    <bdi
      className={styles.mention}
      data-self={id === 'all' || id === ownId || undefined}
      {...(id === 'all' || inLink ? {} : { 'data-user-id': id, role: 'button', tabIndex: 0, onClick, onKeyDown })}
    >
      {mentionLabel(value, written, findUser, t)}
    </bdi>
  )
}
