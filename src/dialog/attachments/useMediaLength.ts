import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type RefObject } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import { mediaLengthQuery } from '~/queries/media-length'
import { usePortal } from '~/queries/portal-context'
import { useCalm } from '~/ui/use-calm'
import { useDialog } from '../state/DialogContext.ts'

/** How long a sound or a film is, seconds; asked for once it is in sight and does not fly past, and null until then. @param element what shows it */
export function useMediaLength(file: ChatFile, element: RefObject<HTMLElement | null>): number | null {
  const { id: dialogId, timeline } = useDialog()
  const calm = useCalm(timeline)
  const seen = useSeen(element)
  const { data } = useQuery({ ...mediaLengthQuery(usePortal(), dialogId, file), enabled: calm && seen && file.uploaded })
  return data ?? null
}

/** Whether an element has been in sight. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !element.current) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, seen])
  return seen
}
