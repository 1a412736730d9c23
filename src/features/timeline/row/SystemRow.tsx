import { memo } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { useText } from '~/ui/i18n'
import styles from './MessageRow.module.css'
import { extrasPart } from './deferred-parts.ts'
import { partsAbove, partsBeneath, textPart } from './row-parts.tsx'
import { sameMessageAlone, type SystemRowProps } from './row-props.ts'
import { Time } from './Time.tsx'

/** An event of the chat: short, without an author; what it brings stands beneath. */
export const SystemRow = memo(function SystemRow({ message, files }: SystemRowProps) {
  const t = useText()
  return (
    <>
      <div className={styles.system}>
        {partsAbove(message)}
        <span id={`a${message.id}`} className="visually-hidden" data-message-author>
          {message.shownAs?.name || t('row.system')}
        </span>
        {message.event && (
          <Deferred part={extrasPart} waiting={<i className={styles.icon} />}>
            {({ EventIcon }) => message.event && <EventIcon event={message.event} />}
          </Deferred>
        )}
        {textPart(message, t)} <Time message={message} />
      </div>
      <div className={styles.brought}>{partsBeneath(message, files)}</div>
    </>
  )
}, sameMessageAlone)
