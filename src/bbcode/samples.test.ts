import { describe, expect, it } from 'vitest'
import { decodeMessage } from '~/rest/decode/decode-message'
import { samples } from '~/testing/samples'
import { inner } from '~/testing/rendering'

/** Without what is no business of a message's text: names of classes, and strokes of icons. */
const essence = (markup: string): string =>
  markup
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/<svg.*?<\/svg>/gs, '<svg/>')
    .replaceAll(/(.)\1{200,}/g, (run) => `${run[0]} × ${run.length}`)

// The picture of each was compared by hand with what the sample expects.
describe('the text of every sample is drawn as it was when a person looked at it', () => {
  it('and there are 256 of them', () => expect(samples).toHaveLength(256))

  for (const [index, sample] of samples.entries()) {
    it(`${index}: ${sample.case} (${sample.expect})`, () => {
      const message = decodeMessage(sample.message, 'https://acme.example')
      expect(message && message.kind !== 'unknown' ? essence(inner(message.text)) : message).toMatchSnapshot()
    })
  }
})
