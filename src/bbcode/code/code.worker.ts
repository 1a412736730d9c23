import { rangesOf } from './code-grammars.ts'

// Takes a code, answers with its ranges: guessing the language of a long one takes longer than a frame.
self.addEventListener('message', ({ data: { id, code } }: MessageEvent<{ id: number; code: string }>) => {
  self.postMessage({ id, ranges: rangesOf(code) })
})
