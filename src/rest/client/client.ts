import type { PortalError } from '~/domain/portal/portal-error'
import type { Cell } from '~/lib/Cell'

/** How soon an answer is wanted: the reader waits for it, will want it, or may never look. */
export type Priority = 'reader' | 'prefetch' | 'background'

export type RestParams = Readonly<Record<string, unknown>>

export interface CallOptions {
  readonly signal?: AbortSignal
  /** `reader` when absent. */
  readonly priority?: Priority
  /** Maximum number of attempts; for what a person waits for after pressing a button. */
  readonly attempts?: number
}

export interface DownloadOptions extends Pick<CallOptions, 'signal' | 'priority'> {
  /** Of the file, where it is known: bytes of that size are it, even if they look like an error of the portal. */
  readonly sizeBytes?: number | null
  /** Of a part alone. Fails where the server sends all of it instead. */
  readonly range?: ByteRange
}

/** `to` is the first byte after the part. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

export interface Command {
  readonly method: string
  readonly params: RestParams
}

/** How long a command took, as reported by the portal; `docs/bitrix24/rest.md` §1.1. */
export interface CallTime {
  /** Seconds. */
  readonly duration: number
  /** Seconds this method has used in the current ten minutes; null where the portal does not count. */
  readonly operating: number | null
  /** Epoch ms. */
  readonly operatingResetAt: number | null
}

/** Of a list, undecoded: where its next page begins, and how many there are; each absent where the portal does not say. */
interface ListPlace {
  readonly next?: unknown
  readonly total?: unknown
}

/** The answer to one command of a batch, in the order of the commands: undecoded `result`, or why there is none. */
export type BatchAnswer =
  | ({ readonly ok: true; readonly result: unknown; readonly time: CallTime | null } & ListPlace)
  | { readonly ok: false; readonly error: Error }

/** One Bitrix24 portal, as seen by one user. */
export interface RestClient {
  /** Origin of the portal: base of its addresses and part of every query key. */
  readonly portal: string
  /** How the last of its requests ended, whosever it was: null for an answer, and before there was any. */
  readonly outcome: Cell<PortalError | null>
  /** Epoch ms at which what the reader waits for is sent, where the portal's limits hold it up; null where they do not. */
  readonly heldUntil: Cell<number | null>
  /**
   * Calls one REST method and resolves to its undecoded `result`.
   * @throws {PortalError}
   */
  call(method: string, params: RestParams, options?: CallOptions): Promise<unknown>
  /**
   * Runs up to 50 commands in order in one request; `$result[key][…]` in a parameter stands for an
   * earlier answer (`docs/bitrix24/rest.md` §1.4). Answers come by key.
   * @throws {PortalError} when the request as a whole fails
   */
  batch(commands: Readonly<Record<string, Command>>, options?: CallOptions): Promise<Readonly<Record<string, BatchAnswer>>>
  /** As `call`, but may share one batch with other calls made in the same tick. */
  collect(method: string, params: RestParams, options?: Pick<CallOptions, 'priority'>): Promise<unknown>
  /**
   * The bytes behind a one-time link of the portal, under a type that runs nothing; retried only where the link cannot
   * have been used up. `background` unless it says otherwise.
   * @throws {PortalError}
   */
  download(url: string, options?: DownloadOptions): Promise<Blob>
  /** Ends every request, under way or to come, with a `PortalError` of code `auth`: the reader has disconnected. */
  close(): void
}
