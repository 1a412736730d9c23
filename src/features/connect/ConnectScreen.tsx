import { useId, useState, type FormEvent } from 'react'
import { HelpLink } from '~/dialog/HelpLink'
import { useExplain } from '~/dialog/use-explain'
import { parsePastedAddress, type PastedPlace } from '~/domain/message/parse-pasted-address'
import type { Trouble } from '~/domain/portal/help-topics'
import { parseWebhook, type Webhook, type WebhookProblem } from '~/domain/portal/webhook'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import page from '~/ui/PageCard.module.css'
import styles from './ConnectScreen.module.css'

/** Where a link leads that was pasted before its portal was connected. */
export interface WantedPlace {
  readonly place: PastedPlace
  /** Of the portal; null for an address of this app, which does not tell. */
  readonly host: string | null
}

interface ConnectScreenProps {
  /** The address asked for the demo portal, and none is configured. */
  readonly noDemo: boolean
  /** The page was opened at the address that installs the app, outside of a portal. */
  readonly isInstallation?: boolean
  /** A portal opened the page, but not in its own window, which alone could connect it. */
  readonly isOutOfWindow?: boolean
  /** Whether the last webhook was to stay on the device. */
  readonly isRemembered?: boolean
  /** The portal that does not accept its webhook any more, and the way back to what is loaded; null where nothing has ended. */
  readonly ended?: { readonly host: string; readonly onBack: () => void } | null
  /** Tries a webhook before it is accepted. */
  readonly check: (webhook: Webhook) => Promise<'ok' | 'no-im'>
  readonly onConnect: (webhook: Webhook, remember: boolean) => void
  /** The address of a chat was pasted in place of a webhook: that is what is wanted once it is connected. */
  readonly onPlace?: (wanted: WantedPlace) => void
  /** Null when no demo portal is configured. */
  readonly onDemo: (() => void) | null
}

/** The start screen: asks for an inbound webhook and explains it; nothing is sent except to the portal itself. */
export function ConnectScreen(props: ConnectScreenProps) {
  const { noDemo, isInstallation = false, isOutOfWindow = false, ended = null, onDemo } = props
  const t = useText()
  const fieldId = useId()
  const { text, setText, remember, setRemember, checking, wrong, submit } = useWebhookForm(props)

  return (
    <main className={page.page}>
      <form className={page.card} onSubmit={submit} noValidate>
        <h1>{t('connect.title')}</h1>
        <p className={page.lead}>{t('connect.lead')}</p>
        {isInstallation && <Told about="install.outside" />}
        {isOutOfWindow && !isInstallation && <Told about="connect.outOfWindow" />}
        {noDemo && <Told about="connect.noDemo" />}
        {ended && <Told about="access.again" host={ended.host} />}
        <label className={styles.label} htmlFor={fieldId}>
          {t('connect.webhook')}
        </label>
        <input
          id={fieldId}
          className={styles.field}
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="https://company.bitrix24.com/rest/1/…/"
          value={text}
          aria-invalid={wrong !== null}
          aria-describedby={`${fieldId}-help`}
          onChange={(event) => setText(event.target.value)}
        />
        <label className={styles.remember}>
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
          {t('connect.remember')}
        </label>
        <div className={styles.actions}>
          <Button look="primary" type="submit" disabled={checking.isPending}>
            {t(checking.isPending ? 'connect.connecting' : 'connect.connect')}
          </Button>
          {ended && <Button onClick={ended.onBack}>{t('access.back')}</Button>}
          {onDemo && <Button onClick={onDemo}>{t('connect.demo')}</Button>}
        </div>
        {/* Beneath what is pressed, which does not move away. */}
        {wrong && (
          <div className={styles.problem}>
            <Notice kind="danger" actions={<HelpLink about={wrong.trouble} />}>
              {wrong.sentence}
            </Notice>
          </div>
        )}
        <Help id={`${fieldId}-help`} />
      </form>
    </main>
  )
}

interface ToldProps {
  readonly about: Trouble & ('install.outside' | 'connect.outOfWindow' | 'connect.noDemo' | 'access.again')
  readonly host?: string
}

/** Why this screen is there, where the reader wanted another. */
function Told({ about, host = '' }: ToldProps) {
  const t = useText()
  return (
    <Notice kind="info" actions={<HelpLink about={about} />}>
      {t(about, { host })}
    </Notice>
  )
}

/** What is typed, whether it is being tried, and what is wrong with it. */
function useWebhookForm({ isRemembered = false, check, onConnect, onPlace }: ConnectScreenProps) {
  const t = useText()
  const explain = useExplain()
  const [text, setText] = useState('')
  const [remember, setRemember] = useState(isRemembered)
  const [problem, setProblem] = useState<WebhookProblem | 'no-im' | 'a-place' | null>(null)
  const [checking, setChecking] = useState<{ readonly isPending: boolean; readonly error: unknown }>({ isPending: false, error: null })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const webhook = parseWebhook(text)
    if (typeof webhook === 'string') {
      const pasted = placeIn(text)
      if (pasted) {
        onPlace?.(pasted)
        setText('')
      }
      setProblem(pasted ? 'a-place' : webhook)
      return
    }
    setProblem(null)
    setChecking({ isPending: true, error: null })
    check(webhook).then(
      (access) => {
        setChecking({ isPending: false, error: null })
        if (access === 'ok') onConnect(webhook, remember)
        else setProblem('no-im')
      },
      (error: unknown) => setChecking({ isPending: false, error }),
    )
  }
  const wrong = problem
    ? { sentence: t(`connect.problem.${problem}`), trouble: `connect.problem.${problem}` as const }
    : checking.error
      ? explain(checking.error)
      : null
  return { text, setText, remember, setRemember, checking, wrong, submit }
}

/** The place in an address of a messenger or of this app, and of which portal it is; null where the address does not tell that. */
function placeIn(text: string): WantedPlace | null {
  const app = window.location.origin
  const [, host] = /^\s*(?:https?:\/\/)?([^/\s]+)/i.exec(text) ?? []
  if (host === undefined || !URL.canParse(`https://${host}`)) return null
  // Whatever its portal is: none is connected yet.
  const place = parsePastedAddress(text, { portal: `https://${host}`, app })
  return place?.kind === 'place' ? { place, host: host === new URL(app).host ? null : host } : null
}

/** Where to get a webhook, and what it is. */
function Help({ id }: { readonly id: string }) {
  const t = useText()
  return (
    <div id={id} className={styles.help}>
      <h2>{t('connect.help.title')}</h2>
      <ol>
        <li>{t('connect.help.open')}</li>
        <li>{t('connect.help.right')}</li>
        <li>{t('connect.help.copy')}</li>
      </ol>
      <p>{t('connect.help.secret')}</p>
    </div>
  )
}
