import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import { safeType } from '~/lib/safe-type'
import { IdleTimer } from '~/lib/IdleTimer'
import { phpMap } from '../decode/wire.ts'
import type { ByteRange } from './client.ts'
import { portalErrorOf, readEnvelope } from './envelope.ts'
import { NOTED, type NotedRequest } from './transport.ts'

/** A download that brings no byte for so long has failed; one that brings some may take as long as it likes. */
const IDLE_MS = 20_000
/** Errors of the portal are shorter. */
const MAX_ERROR_BYTES = 16 * 1024

/** What a REST error looks like, and hardly a file does: nothing but `error` and what explains it. */
function isErrorEnvelope(value: unknown): boolean {
  const { error, error_description: description, ...others } = phpMap(value)
  if (typeof error !== 'string' || !/^\w+$/.test(error)) return false
  return description === undefined ? Object.keys(others).length === 0 : typeof description === 'string'
}

/** The error that was answered in place of a file with status 200 (`docs/bitrix24/rest.md` §1.1); null for a file. */
async function errorIn(blob: Blob, status: number): Promise<PortalError | null> {
  if (blob.size > MAX_ERROR_BYTES || (await blob.slice(0, 1).text()) !== '{') return null
  try {
    const value: unknown = JSON.parse(await blob.text())
    return isErrorEnvelope(value) ? portalErrorOf(value, status) : null
  } catch {
    // No JSON, so a file.
    return null
  }
}

/** Why a download was refused: what stands before the portal says it in words of its own. */
function refusalOf(status: number, text: string): PortalError {
  try {
    readEnvelope(status, text)
  } catch (error) {
    if (isPortalError(error)) return error
  }
  return new PortalError('rejected', `The portal answered ${status}.`, { detail: 'FILE' })
}

/** The link carries an authorisation of its own: that one has ended, and not the reader's. */
const ofLink = (error: PortalError): PortalError =>
  error.code === 'auth' ? new PortalError('rejected', 'The link to the file is no longer valid.', { detail: 'FILE' }) : error

interface Reading {
  readonly signal: AbortSignal
  readonly sizeBytes: number | null
  readonly range: ByteRange | undefined
  readonly onBytes: (count: number) => void
  readonly onStatus: (status: number) => void
}

async function read(url: string, { signal, sizeBytes, range, onBytes, onStatus }: Reading): Promise<Blob> {
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // A range like this needs no leave of the server that is asked.
    ...(range && { headers: { Range: `bytes=${range.from}-${range.to - 1}` } }),
  })
  onBytes(0)
  onStatus(response.status)
  if (range && response.ok && response.status !== 206) {
    await response.body?.cancel()
    throw new PortalError('rejected', 'The portal sends whole files alone.', { detail: 'FILE' })
  }
  const watched = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength)
        controller.enqueue(chunk)
      },
    }),
  )
  const { ok, status, headers } = response
  const blob = await new Response(watched ?? null, { headers: { 'Content-Type': safeType(headers.get('Content-Type')) } }).blob()
  if (!ok) throw refusalOf(status, await blob.text())
  const error = blob.size === sizeBytes ? null : await errorIn(blob, status)
  if (error) throw error
  return blob
}

/**
 * The bytes behind a link that needs no other authorisation; the link appears in no error. Their type is one that runs
 * nothing, whatever the portal calls it.
 *
 * @param sizeBytes of the file, where it is known: bytes of that size are it, whatever they look like
 * @param range reads that part alone
 * @throws {PortalError} also for an error that the portal answers with status 200
 */
export async function downloadFile(url: string, signal: AbortSignal, sizeBytes: number | null = null, range?: ByteRange): Promise<Blob> {
  const start = performance.now()
  let status: number | undefined
  let bytes = 0
  const stalled = new AbortController()
  const idle = new IdleTimer(IDLE_MS, () => stalled.abort())
  idle.bump()
  try {
    const onBytes = (count: number) => {
      bytes += count
      idle.bump()
    }
    const onStatus = (answered: number) => (status = answered)
    return await read(url, { signal: AbortSignal.any([signal, stalled.signal]), sizeBytes, range, onBytes, onStatus })
  } catch (error) {
    signal.throwIfAborted()
    if (isPortalError(error)) throw ofLink(error)
    throw stalled.signal.aborted
      ? new PortalError('network', 'The file stopped arriving.', { detail: 'STALLED' })
      : new PortalError('network', 'The file could not be loaded.', { detail: 'FILE' })
  } finally {
    idle.stop()
    // The link itself is a secret.
    const detail: NotedRequest = { method: 'download', params: {}, status, bytes }
    performance.measure(NOTED, { start, detail })
  }
}
