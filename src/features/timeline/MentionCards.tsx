import { ExternalLink, MessageCircle } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useMessageText } from '~/bbcode/MessageTextContext'
import { parseDialogId, type UserId } from '~/domain/ids'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import styles from './MentionCards.module.css'

const SHOW_AFTER_MS = 250
const HIDE_AFTER_MS = 200
const GAP = 6
const EDGE = 8

interface Shown {
  readonly id: UserId
  readonly element: HTMLElement
  /** Asked for by key: what can be done there has the focus. */
  readonly byKey: boolean
}

const mentionAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-user-id]') : null

/** Which mention asks for its card: by hovering, by the focus, or by being pressed. Escape and leaving take it away. */
function useShownMention(card: { readonly current: HTMLElement | null }): [Shown | null, () => void] {
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (ms: number, next: Shown | null) => {
      clearTimeout(timer)
      timer = setTimeout(() => setShown(next), ms)
    }
    const of = (element: HTMLElement, byKey = false): Shown => ({ id: Number(element.dataset['userId']) as UserId, element, byKey })
    const inCard = (target: EventTarget | null) => target instanceof Node && card.current?.contains(target) === true
    /** For a pointer that lies still while what is under it comes or moves. */
    const rest = () => {
      const mention = matchMedia('(hover: hover)').matches ? document.querySelector<HTMLElement>('[data-user-id]:hover') : null
      later(SHOW_AFTER_MS, mention && of(mention))
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const mention = mentionAt(event.target)
      if (mention) later(SHOW_AFTER_MS, of(mention))
      else if (inCard(event.target)) clearTimeout(timer)
      else later(HIDE_AFTER_MS, null)
    }
    const focus = (event: FocusEvent) => {
      const mention = mentionAt(event.target)
      if (mention?.matches(':focus-visible')) later(0, of(mention))
      else if (!inCard(event.target)) later(HIDE_AFTER_MS, null)
    }
    const press = (event: MouseEvent) => {
      const mention = mentionAt(event.target)
      if (mention) later(0, of(mention))
      else if (!inCard(event.target)) later(0, null)
    }
    const key = (event: KeyboardEvent) => {
      const mention = mentionAt(event.target)
      if (event.key === 'Escape') {
        if (inCard(event.target)) latest.current?.element.focus()
        later(0, null)
      } else if (mention && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault()
        later(0, of(mention, true))
      }
    }
    const scrolled = (event: Event) => {
      if (inCard(event.target)) return
      setShown(null)
      rest()
    }
    rest()
    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', focus)
    document.addEventListener('click', press)
    document.addEventListener('keydown', key)
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('click', press)
      document.removeEventListener('keydown', key)
      document.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [card])
  return [shown, () => setShown(null)]
}

/** Who is mentioned: one card for all mentions, beside the one that asks for it. */
export function MentionCards() {
  const t = useText()
  const { findUser, hrefOf, portal } = useMessageText()
  const card = useRef<HTMLDivElement>(null)
  const [shown, hide] = useShownMention(card)
  const nameId = useId()

  useLayoutEffect(() => {
    const element = card.current
    if (!shown || !element) return
    element.showPopover()
    const mention = shown.element.getBoundingClientRect()
    const { width, height } = element.getBoundingClientRect()
    const below = mention.bottom + GAP
    element.style.insetBlockStart = `${below + height > window.innerHeight - EDGE ? Math.max(EDGE, mention.top - GAP - height) : below}px`
    element.style.insetInlineStart = 'auto'
    element.style.left = `${Math.max(EDGE, Math.min(mention.left, window.innerWidth - width - EDGE))}px`
    if (shown.byKey) element.querySelector('a')?.focus()
    return () => element.hidePopover()
  }, [shown])

  if (!shown) return null
  const user = findUser(shown.id)
  const name = user?.name || shown.element.textContent || t('user.unknown', { id: String(shown.id) })
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
        <span className={styles.links}>
          {dialogId && (
            <a href={hrefOf({ dialogId })} data-internal onClick={hide}>
              <MessageCircle size={14} strokeWidth={1.8} aria-hidden />
              {t('mention.openChat')}
            </a>
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
