import type { ReactNode } from 'react'
import type { History } from '~/domain/history/history'
import type { TextMessage } from '~/domain/message/message'
import { ABOVE, BENEATH, hasAny } from './blocks.ts'
import { DeferredBlock } from './DeferredBlock.tsx'
import { extrasPart, filesPart } from './deferred-parts.ts'
import { extrasHeight, filesHeight, MEASURE, prefaceHeight } from './row-estimate.ts'

// Functions, not components: a row has as few of those as possible.

/** What stands above a message's text. */
export const partsAbove = (message: TextMessage): ReactNode => (
  <DeferredBlock part={extrasPart} when={!message.deleted && hasAny(message, ABOVE)} heightPx={prefaceHeight(message)}>
    {({ Preface }) => <Preface message={message} />}
  </DeferredBlock>
)

/** What stands beneath it: its files, then the rest. */
export const partsBeneath = (message: TextMessage, files: History['files']): ReactNode => (
  <>
    <DeferredBlock part={filesPart} when={!message.deleted && message.has.files} heightPx={filesHeight(message, files, MEASURE)}>
      {({ Files }) => <Files message={message} files={files} />}
    </DeferredBlock>
    <DeferredBlock part={extrasPart} when={!message.deleted && hasAny(message, BENEATH)} heightPx={extrasHeight(message)}>
      {({ Extras }) => <Extras message={message} />}
    </DeferredBlock>
  </>
)
