import { Fragment, useId } from 'react'
import { ModalCard } from '~/dialog/modal/ModalCard'
import { useLetterKeys } from '~/dialog/shortcuts/letter-keys'
import { useText, type Translate } from '~/ui/i18n'
import { Switch } from '~/ui/Switch/Switch'
import { useCell } from '~/ui/use-cell'
import { keyGroups, type KeyGroup, type KeyLine } from './key-lines.ts'
import styles from './Keys.module.css'

/** What keyboards have printed on them, where it is a sign. */
const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const MAC_SIGNS: Readonly<Record<string, string>> = { Control: '⌘', Shift: '⇧' }
const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

const isMac = (): boolean => /^(?:Mac|iP)/.test(navigator.platform)

function nameOf(key: string, t: Translate): string {
  if (key === 'Space') return t('keys.space')
  if (key === 'ContextMenu') return t('keys.contextMenu')
  return (isMac() ? MAC_SIGNS[key] : undefined) ?? SIGNS[key] ?? NAMES[key] ?? key
}

/** All keys that there are, and the switch for those that are pressed alone. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const letterKeys = useLetterKeys()
  const on = useCell(letterKeys)
  return (
    <ModalCard label={t('keys.label')} width={760} onClose={onClose}>
      {() => (
        <div className={styles.content}>
          <Switch label={t('keys.letters')} note={t('keys.lettersNote')} on={on} onChange={letterKeys.set} />
          <div className={styles.groups}>
            {keyGroups.map((group) => (
              <Group key={group.title} group={group} singlesOff={!on} />
            ))}
          </div>
        </div>
      )}
    </ModalCard>
  )
}

function Group({ group: { title, lines }, singlesOff }: { readonly group: KeyGroup; readonly singlesOff: boolean }) {
  const t = useText()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(title)}</h3>
      <dl>
        {lines.map((line) => (
          <Line key={line.text} line={line} off={singlesOff && line.single === true} />
        ))}
      </dl>
    </section>
  )
}

function Line({ line: { text, keys }, off }: { readonly line: KeyLine; readonly off: boolean }) {
  const t = useText()
  return (
    <div data-off={off || undefined}>
      <dt>
        {t(text)}
        {off && <small>{t('keys.off')}</small>}
      </dt>
      <dd>
        {keys.map((combination, at) => (
          <Fragment key={combination.join('+')}>
            {at > 0 && ' '}
            <span className={styles.combination}>
              {combination.map((key, part) => (
                <Fragment key={key}>
                  {part > 0 && <span aria-hidden>+</span>}
                  <kbd>{nameOf(key, t)}</kbd>
                </Fragment>
              ))}
            </span>
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
