import { ListFilter } from 'lucide-react'
import { useFilter, useFilterShown } from '~/dialog/state/filter'
import { useShowAlone } from '~/dialog/side-panel/use-show-alone'
import type { UserId } from '~/domain/ids'
import { formatQuery } from '~/domain/search/parse-query'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'

interface OnlyTheirsProps {
  readonly id: UserId
  /** The card makes way. */
  readonly onShow: () => void
}

/** Leaves what one person has written in the chat. */
export function OnlyTheirs({ id, onShow }: OnlyTheirsProps) {
  const t = useText()
  const filter = useFilter()
  const showAlone = useShowAlone()
  const query = formatQuery([{ kind: 'from', name: String(id), not: false }])
  const isShown = useCell(useFilterShown())
  if (useCell(filter)?.query === query && isShown) return null
  const show = () => {
    onShow()
    showAlone(query)
  }
  return (
    <button type="button" onClick={show}>
      <ListFilter size={14} strokeWidth={1.8} aria-hidden />
      {t('filter.person')}
    </button>
  )
}
