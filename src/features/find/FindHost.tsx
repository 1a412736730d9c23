import { useEffect, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFindOpen } from '~/dialog/state/find-open'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import type { History } from '~/domain/history/history'
import { useCell } from '~/ui/use-cell'
import { FindBar } from './FindBar.tsx'
import { usePreparedTexts } from './use-hits.ts'
import { useFindState, useReadTexts } from './FindState.ts'

interface FindHostProps {
  /** Undefined while a window of messages is loading. */
  readonly history: History | undefined
  /** Of the browser's history: the one that is shown. */
  readonly entry: string
}

/** Longer than what anybody looks for. */
const LONGEST_SELECTION = 100

/** Keeps what is read of the dialog, and opens the find bar over it. */
export function FindHost({ history, entry }: FindHostProps) {
  const { timeline } = useDialog()
  const findOpen = useFindOpen()
  const open = useCell(findOpen)
  const state = useFindState()
  const field = useRef<HTMLInputElement>(null)
  useReadTexts(state)
  usePreparedTexts(state)

  useShortcut('find', () => {
    const list = timeline.get()?.element
    // Without messages to find something in, and from the field itself, the key is the browser's.
    if (!list || !isReachable(list) || (field.current && document.activeElement === field.current)) return false
    const selected = selectedIn(list)
    if (selected !== '') state.typed.set(selected)
    findOpen.set(true)
    field.current?.focus()
    field.current?.select()
    return true
  })
  useClosesOnBack(open, () => findOpen.set(false), { stays: true })
  useEffect(() => () => findOpen.set(false), [findOpen])

  return open && <FindBar state={state} field={field} history={history} entry={entry} onClose={() => findOpen.set(false)} />
}

/** Whether nothing lies over the messages that has the keys to itself. */
const isReachable = (list: HTMLElement): boolean =>
  list.checkVisibility({ visibilityProperty: true }) && !list.closest('[inert], [aria-hidden="true"]') && !document.querySelector(':modal')

/** What is selected of a message's text, if it is a few words. */
function selectedIn(list: HTMLElement): string {
  const selection = document.getSelection()
  const text = selection?.toString().trim() ?? ''
  const isWithin = selection?.anchorNode?.parentElement?.closest('[data-message-text]')
  return isWithin && list.contains(isWithin) && text.length <= LONGEST_SELECTION && !text.includes('\n') ? text : ''
}
