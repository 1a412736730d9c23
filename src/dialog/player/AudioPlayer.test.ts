import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DialogId, MessageId } from '~/domain/ids'
import { AudioPlayer, type Track } from './AudioPlayer.ts'

/** What the browser says to `play()`; null where the sound starts. */
let refusal: DOMException | null

class FakeAudio extends EventTarget {
  src = ''
  duration = 6
  ended = false
  currentTime = 0
  async play(): Promise<void> {
    this.dispatchEvent(new Event('play'))
    if (refusal) throw refusal
  }
  pause(): void {
    this.dispatchEvent(new Event('pause'))
  }
  removeAttribute(): void {}
}

const track = (load: Track['load']): Track => ({
  id: 'a',
  title: 'Ann',
  voice: true,
  from: { dialogId: 'chat1' as DialogId, messageId: 1 as MessageId },
  load,
  next: () => null,
})
const loaded = track(() => Promise.resolve(new Blob(['sound'])))

/** The state in which a sound is once everything that was begun has ended. */
async function stateAfter(player: AudioPlayer, toggled: Track): Promise<string | undefined> {
  player.toggle(toggled)
  await new Promise((resolve) => setTimeout(resolve))
  return player.playing.get()?.state
}

beforeEach(() => {
  refusal = null
  vi.stubGlobal('Audio', FakeAudio)
})
afterEach(() => void vi.unstubAllGlobals())

describe('a sound that does not start', () => {
  it('has failed where its bytes cannot be had, and is loaded anew by the next press', async () => {
    const load = vi
      .fn<Track['load']>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(new Blob(['sound']))
    const player = new AudioPlayer()
    expect(await stateAfter(player, track(load))).toBe('failed')
    expect(await stateAfter(player, track(load))).toBe('playing')
  })

  it('cannot be played where its bytes are there but no way to a loudspeaker is; the next press tries again', async () => {
    refusal = new DOMException('no device', 'NotSupportedError')
    const player = new AudioPlayer()
    expect(await stateAfter(player, loaded)).toBe('unplayable')
    refusal = null
    expect(await stateAfter(player, loaded)).toBe('playing')
  })

  it('waits for another press where the browser no longer counts the first', async () => {
    refusal = new DOMException('no gesture', 'NotAllowedError')
    const player = new AudioPlayer()
    expect(await stateAfter(player, loaded)).toBe('paused')
    refusal = null
    expect(await stateAfter(player, loaded)).toBe('playing')
  })
})
