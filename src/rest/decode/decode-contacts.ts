import type { Contacts } from '~/domain/people/user'
import { epochMs, httpUrl, nameText, phpMap, text } from './wire.ts'

/** How the user of a record can be reached; `docs/bitrix24/rest.md` §5.3. Dates are `false` where there is none. */
export function decodeContacts(wire: Readonly<Record<string, unknown>>, portal: string): Contacts {
  const phones = Object.values(phpMap(wire['phones'])).map(nameText)
  const website = text(wire['website']).trim()
  return {
    email: nameText(wire['email']),
    phones: [...new Set(phones)].filter((phone) => phone !== ''),
    website: website === '' ? null : httpUrl(/^https?:/i.test(website) ? website : `https://${website}`, portal),
    lastActiveAt: epochMs(wire['last_activity_date'] ?? wire['lastActivityDate']),
    absentUntil: epochMs(wire['absent']),
  }
}
