import type { UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import { decodeContacts } from './decode-contacts.ts'
import { flag, hexColor, httpUrl, listOf, nameText, phpMap, text, wireId } from './wire.ts'

/** A user of `docs/bitrix24/rest.md` §5.3; null for the entries without an id that stand for deleted accounts. */
export function decodeUser(value: unknown, portal: string): User | null {
  const wire = phpMap(value)
  const id = wireId(wire['id'])
  if (id === null || id === 0) return null
  const kind =
    flag(wire['bot']) || wire['type'] === 'bot'
      ? 'bot'
      : flag(wire['connector'])
        ? 'connector'
        : flag(wire['extranet'])
          ? 'extranet'
          : 'user'
  return {
    id: id as UserId,
    name: nameText(wire['name']) || nameText(`${text(wire['first_name'])} ${text(wire['last_name'])}`),
    position: nameText(wire['work_position'] ?? wire['workPosition']),
    color: hexColor(wire['color']),
    avatarUrl: httpUrl(wire['avatar'], portal),
    active: wire['active'] === undefined || flag(wire['active']),
    kind,
    contacts: decodeContacts(wire, portal),
  }
}

/** Users of a list or of a map by id; anything that is not a user is left out. */
export const decodeUsers = (value: unknown, portal: string): User[] => listOf(value).flatMap((entry) => decodeUser(entry, portal) ?? [])
