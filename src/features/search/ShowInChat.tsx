import { useShowAlone } from '~/dialog/side-panel/use-show-alone'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useSearchState } from './SearchState.ts'

/** Shows what was found in the chat itself, without all that was not. */
export function ShowInChat() {
  const t = useText()
  const { typed } = useCell(useSearchState().searched)
  const show = useShowAlone()
  return (
    <Button look="link" onClick={() => show(typed)}>
      {t('filter.show')}
    </Button>
  )
}
