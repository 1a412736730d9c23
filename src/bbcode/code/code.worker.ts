import { rangesOf } from './code-grammars.ts'

// Takes a code, answers with its ranges: guessing the language of a long one takes longer than a frame.
self.addEventListener('message', ({ data: code }: MessageEvent<string>) => self.postMessage(rangesOf(code)))
// It is there.
self.postMessage(null)
