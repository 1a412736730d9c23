import { expect, it } from 'vitest'
import type { FileId } from '~/domain/ids'
import type { ChatFile } from '~/domain/message/chat-file'
import { Files } from '~/dialog/attachments/Files'
import { fakeFile } from '~/testing/fake-file'
import { fakeMessage } from '~/testing/fake-message'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { filesHeight, MEASURE } from './row-estimate.ts'

const picture = (id: number, width: number, height: number) => fakeFile(id, { kind: 'image', size: { width, height } })
const sound = (id: number, voiceNote: boolean) => fakeFile(id, { kind: 'audio', voiceNote, sizeBytes: 90_000 })

const CASES: readonly { readonly name: string; readonly files: readonly ChatFile[]; readonly missing?: number }[] = [
  { name: 'a document', files: [fakeFile(1)] },
  { name: 'a sound and a voice note', files: [sound(1, false), sound(2, true)] },
  { name: 'a wide picture', files: [picture(1, 1_600, 900)] },
  {
    name: 'an album and what is no picture',
    files: [picture(1, 800, 600), picture(2, 600, 900), picture(3, 900, 600), picture(4, 400, 900), fakeFile(5)],
  },
  { name: 'files that the portal did not send', files: [fakeFile(1)], missing: 2 },
]

it.each(CASES)('the place that is kept until files can be drawn is as high as they are: $name', async ({ files, missing = 0 }) => {
  const ids = [...files.map(({ id }) => id), ...Array.from({ length: missing }, (_, at) => (900 + at) as FileId)]
  const message = fakeMessage(1, 0, { fileIds: ids })
  const known = new Map(files.map((file) => [file.id, file]))
  const page = await renderPage(
    <InDialog>
      <div data-testid="row" style={{ display: 'flow-root', width: MEASURE }}>
        <Files message={message} files={known} />
      </div>
    </InDialog>,
  )
  const row = page.getByTestId('row').element()
  expect(row.getBoundingClientRect().height).toBeCloseTo(filesHeight(message, known, MEASURE), 0)
})
