import { expect, it } from 'vitest'
import { loadRareTags } from '~/bbcode/load-rare-tags'
import { MessageText } from '~/bbcode/MessageText'
import { parseMessage } from '~/bbcode/parse/tree'
import { shownText } from '~/bbcode/text/shown-text'
import { foldedText } from '~/lib/text/fold-text'
import { decodeMessage } from '~/rest/decode/decode-message'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { createI18n } from '~/ui/i18n'
import { loadFirstTexts, loadLaterTexts } from '~/ui/language'
import { textPieces } from './text-pieces.ts'

/** Without the spaces between blocks, of which there are more in one than in the other. */
const letters = (text: string): string => foldedText(text).replaceAll(/\s+/g, ' ').trim()

it('what is said to be shown of a message is what stands on the screen, in each of the samples', async () => {
  const lines = (await import('../../../demo/data/samples.jsonl?raw')).default.trim().split('\n')
  const samples = lines.flatMap((line) => {
    const { message, case: name } = JSON.parse(line) as { message: unknown; case: string }
    const decoded = decodeMessage(message, 'https://acme.example')
    return decoded && decoded.kind !== 'unknown' ? [{ ...decoded, name }] : []
  })
  expect(samples.length).toBeGreaterThan(200)
  loadRareTags()
  const { container } = await renderPage(
    <InDialog>
      {samples.map(({ id, text }, at) => (
        <div key={at} data-sample={at}>
          <MessageText messageId={id} text={text} />
        </div>
      ))}
    </InDialog>,
  )
  const { t } = createI18n('en', { ...(await loadFirstTexts('en')), ...(await loadLaterTexts('en')) })
  const words = { t, language: 'en', findUser: () => undefined }
  const differences = () =>
    samples.flatMap(({ text, name }, at) => {
      const element = container.querySelector(`[data-sample="${at}"]`)
      const onScreen = letters(
        element
          ? textPieces(element)
              .map((piece) => piece.text)
              .join('')
          : '',
      )
      const said = letters(shownText(parseMessage(text).nodes, words))
      return onScreen === said ? [] : [{ name, onScreen, said }]
    })
  // The words of some tags come when they have loaded.
  await expect.poll(differences).toEqual([])
})
