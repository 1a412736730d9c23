import { Cell } from '~/lib/Cell'
import type { LinkTarget } from '~/navigation/NavigationContext'

/** Something that can be listened to. */
export interface Track {
  /** Unique. */
  readonly id: string
  /** The speaker, or the file's name. */
  readonly title: string
  /** Whether it is a voice message: then the title is its author's name. */
  readonly voice: boolean
  /** The message that brought it. */
  readonly from: LinkTarget
  /** Its bytes. Rejects when they cannot be loaded. */
  readonly load: () => Promise<Blob>
  /** What plays after it. */
  readonly next: () => Track | null
}

export interface Playing {
  readonly track: Track
  /** `failed`: its bytes could not be loaded; `unplayable`: they are there, but nothing on this device plays them. */
  readonly state: 'loading' | 'playing' | 'paused' | 'failed' | 'unplayable'
  /** Seconds. */
  readonly time: number
  /** Seconds; null until known. */
  readonly duration: number | null
}

export const RATES = [1, 1.25, 1.5, 2] as const

const isNamed = (error: unknown, name: string): boolean => error instanceof DOMException && error.name === name

/** Plays one sound at a time, independently of what is shown. */
export class AudioPlayer {
  /** What is playing or paused; null for nothing. */
  readonly playing = new Cell<Playing | null>(null)
  readonly rate = new Cell<number>(1)
  /** Whether it can be heard and handled where its message is: in sight. */
  readonly inSight = new Cell(false)
  #audio: HTMLAudioElement | null = null
  #url: string | null = null

  /** Starts, pauses or resumes. */
  toggle(track: Track): void {
    const now = this.playing.get()
    if (now?.track.id !== track.id || now.state === 'failed' || now.state === 'unplayable') void this.#start(track)
    else if (now.state === 'playing') this.#audio?.pause()
    else if (now.state === 'paused') void this.#resume()
  }

  /** @param time seconds from the beginning */
  seek(time: number): void {
    const now = this.playing.get()
    if (!this.#audio || (now?.state !== 'playing' && now?.state !== 'paused')) return
    this.#audio.currentTime = time
    this.#set({ time })
  }

  setRate(rate: number): void {
    this.rate.set(rate)
    if (this.#audio) this.#audio.playbackRate = rate
  }

  stop(): void {
    this.#release()
    this.playing.set(null)
  }

  async #start(track: Track): Promise<void> {
    this.#release()
    this.playing.set({ track, state: 'loading', time: 0, duration: null })
    let blob: Blob
    try {
      blob = await track.load()
    } catch {
      // Shown on the screen; the same button retries.
      if (this.playing.get()?.track === track) this.#set({ state: 'failed' })
      return
    }
    if (this.playing.get()?.track !== track) return
    const audio = this.#element()
    this.#url = URL.createObjectURL(blob)
    audio.src = this.#url
    audio.defaultPlaybackRate = this.rate.get()
    await this.#resume()
  }

  async #resume(): Promise<void> {
    const url = this.#url
    try {
      await this.#audio?.play()
    } catch (error) {
      // Of a sound that was replaced meanwhile; or paused, which its own event tells.
      if (url !== this.#url || isNamed(error, 'AbortError')) return
      // Loading took so long that the press no longer counts: another one will.
      this.#set({ state: isNamed(error, 'NotAllowedError') ? 'paused' : 'unplayable' })
    }
  }

  #element(): HTMLAudioElement {
    if (this.#audio) return this.#audio
    const audio = new Audio()
    audio.addEventListener('play', () => this.#set({ state: 'playing' }))
    // Replacing a sound pauses it too, and the event may arrive when the next one is already loading.
    audio.addEventListener('pause', () => audio.ended || this.#url === null || this.#set({ state: 'paused' }))
    audio.addEventListener('timeupdate', () => this.#set({ time: audio.currentTime }))
    // Some recordings do not state their length.
    audio.addEventListener('durationchange', () => Number.isFinite(audio.duration) && this.#set({ duration: audio.duration }))
    // Its bytes are on this device: what fails is decoding them, or the way to a loudspeaker.
    audio.addEventListener('error', () => this.#url !== null && this.#set({ state: 'unplayable' }))
    audio.addEventListener('ended', () => this.#ended())
    this.#audio = audio
    return audio
  }

  #ended(): void {
    const next = this.playing.get()?.track.next() ?? null
    if (next) void this.#start(next)
    else this.#set({ state: 'paused', time: 0 })
  }

  #release(): void {
    this.#audio?.pause()
    if (this.#url === null) return
    const url = this.#url
    this.#url = null
    this.#audio?.removeAttribute('src')
    URL.revokeObjectURL(url)
  }

  #set(change: Partial<Playing>): void {
    const now = this.playing.get()
    if (now) this.playing.set({ ...now, ...change })
  }
}
