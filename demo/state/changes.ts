import { paramsOf } from '../chats/chat.ts'
import { portalDate, type WireMessage } from '../wire.ts'

/** What a portal writes in place of a text that was taken back; in the portal's language (`docs/bitrix24/rest.md` §3). */
const DELETED_TEXT = 'Это сообщение было удалено.'

type Edit = (message: WireMessage) => WireMessage

/** What has happened in one dialog since the portal was made; times in epoch ms. */
export class DialogChanges {
  readonly #edits = new Map<number, Edit[]>()
  /** Ids of messages that go without a trace, and when. */
  readonly #goneFrom = new Map<number, number>()
  /** Reactions other than likes, by message: pages do not have them. */
  readonly #reactions = new Map<number, Record<string, readonly number[]>>()
  /** Messages written since, ascending by id; those that are gone again among them. */
  readonly sent: WireMessage[] = []

  /** A new text and a mark. */
  edit(id: number, text: string, params: Readonly<Record<string, unknown>> = {}): void {
    this.#add(id, (message) => ({ ...message, text, params: { ...paramsOf(message), ...params, IS_EDITED: 'Y' } }))
  }

  /** Taken back: the message stays, its text and its params do not. */
  delete(ids: readonly number[]): void {
    for (const id of ids) this.#add(id, (message) => ({ ...message, text: DELETED_TEXT, params: { IS_DELETED: 'Y' } }))
  }

  /** Deleted completely: gone at once, without a trace. */
  vanish(ids: readonly number[], now: number): void {
    for (const id of ids) this.#goneFrom.set(id, now)
  }

  /** Messages that say when they will be gone, and are gone then. @returns when that is, in whole seconds as the portal writes it */
  disappear(ids: readonly number[], at: number): number {
    const second = Math.ceil(at / 1000) * 1000
    for (const id of ids) {
      this.#goneFrom.set(id, second)
      this.#add(id, (message) => ({ ...message, disappearing_date: portalDate(second) }))
    }
    return second
  }

  /** Who reacts to a message now; nobody takes the reaction away. */
  react(id: number, reaction: string, userIds: readonly number[]): void {
    if (reaction === 'like')
      this.#add(id, (message) => {
        const { LIKE: _, ...others } = paramsOf(message)
        return { ...message, params: userIds.length > 0 ? { ...others, LIKE: [...userIds] } : others }
      })
    else this.#reactions.set(id, { ...this.#reactions.get(id), [reaction]: userIds })
  }

  #add(id: number, edit: Edit): void {
    this.#edits.set(id, [...(this.#edits.get(id) ?? []), edit])
  }

  /** Ids of all that is gone at `now`. */
  goneAt(now: number): ReadonlySet<number> {
    return new Set([...this.#goneFrom].flatMap(([id, from]) => (from <= now ? [id] : [])))
  }

  /** A message as it is after all that was done to it. */
  applyTo(message: WireMessage): WireMessage {
    return (this.#edits.get(Number(message.id)) ?? []).reduce((edited, edit) => edit(edited), message)
  }

  reactionsOf(id: number): Readonly<Record<string, readonly number[]>> | undefined {
    return this.#reactions.get(id)
  }
}
