import { Copy, ExternalLink } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Keyboard, KeyboardButton } from '~/domain/message/attach'
import { darkenForWhiteText } from '~/lib/colors'
import { copyText } from '~/ui/clipboard/copy-text'
import { useText } from '~/ui/i18n'
import styles from './KeyboardRows.module.css'

/** A bot's buttons: links and copy buttons work, and all others say what they would do in the messenger. */
export function KeyboardRows({ rows }: { readonly rows: Keyboard }) {
  const t = useText()
  return (
    <div className={styles.keyboard} role="group" aria-label={t('keyboard.label')}>
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          {row.map((button, at) => (
            <Button key={at} button={button} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Button({ button }: { readonly button: KeyboardButton }) {
  const t = useText()
  const { action } = button
  const shared = {
    className: styles.button,
    'data-block': button.block || undefined,
    'data-colored': button.background === null ? undefined : true,
    style: {
      ...(button.width === null ? {} : { minWidth: `min(${button.width}px, 100%)` }),
      ...(button.background === null ? {} : { '--button-color': darkenForWhiteText(button.background) }),
    } as CSSProperties,
  }
  if (action.type === 'link')
    // The host is shown, so that readers know the target before they press.
    return (
      <a {...shared} href={action.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {button.text}
        <small className={styles.host}>{new URL(action.href).host}</small>
        <ExternalLink size={13} strokeWidth={1.8} aria-hidden />
      </a>
    )
  if (action.type === 'copy')
    return (
      <button {...shared} type="button" title={action.text} onClick={() => void copyText(action.text)}>
        {button.text}
        <Copy size={13} strokeWidth={1.8} aria-hidden />
      </button>
    )
  const does =
    action.does === 'send' || action.does === 'put' || action.does === 'call'
      ? t(`markup.${action.does}`, { value: action.value })
      : t('keyboard.inert')
  return (
    <button {...shared} type="button" aria-disabled title={does} aria-label={`${button.text}. ${does}`}>
      {button.text}
    </button>
  )
}
