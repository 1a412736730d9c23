import type { WireUser } from './wire.ts'
import { portalDate } from './wire.ts'
import samplesUsers from './data/samples-users.json' with { type: 'json' }

/** The webhook's owner: the reader. */
export const OWNER_ID = 503

const colors = ['#4ba984', '#df532d', '#7a5fc0', '#2f7fb8', '#c2743a', '#a8506c', '#3d8b6d', '#58cc47', '#1eb4aa', '#8474c8']

function person(id: number, name: string, position: string, extra: Partial<WireUser> = {}): WireUser {
  const [first = name, ...rest] = name.split(' ')
  return {
    id,
    active: true,
    name,
    first_name: first,
    last_name: rest.join(' '),
    work_position: position,
    color: colors[id % colors.length],
    avatar: '',
    avatar_hr: '',
    gender: 'M',
    birthday: '',
    extranet: false,
    network: false,
    bot: false,
    connector: false,
    external_auth_id: 'default',
    status: 'online',
    idle: false,
    last_activity_date: portalDate(Date.UTC(2026, 10, 20, 9)),
    mobile_last_date: false,
    desktop_last_date: false,
    absent: false,
    departments: [1],
    phones: false,
    bot_data: null,
    type: 'user',
    website: '',
    email: '',
    ...extra,
  }
}

/** People of the generated chats. */
export const staff: readonly WireUser[] = [
  person(601, 'John Smith', 'Head of logistics', {
    email: 'john.smith@acme.example',
    phones: { work_phone: '+7 495 000-00-01', personal_mobile: '+7 900 000-00-02' },
    absent: portalDate(Date.UTC(2026, 11, 1)),
    website: 'acme.example',
  }),
  person(602, 'Anna Johnson', 'Logistics', { gender: 'F' }),
  person(603, 'Пётр Иванов', 'Начальник склада'),
  person(604, 'Maria Kim', 'Legal', { gender: 'F' }),
  person(605, 'Ольга Соколова', 'Бухгалтерия', { gender: 'F' }),
  person(606, 'Дмитрий Волков', 'Отдел продаж'),
  person(607, 'Elena García', 'Customer support', { gender: 'F' }),
  person(608, 'Тимур Ахметов', 'Технический директор'),
  person(609, 'Sam O’Neill', 'Developer'),
  person(610, 'Ірина Шевченко', 'Маркетинг', { gender: 'F' }),
  person(611, 'Meridian LLC', 'Client', { extranet: true, type: 'extranet' }),
  person(612, 'Помощник', 'Chat bot', { bot: true, type: 'bot' }),
]

/** Those who write Arabic and Hebrew. */
export const rtlStaff: readonly WireUser[] = [
  person(621, 'ليلى حسن', 'مديرة المشروع', { gender: 'F' }),
  person(622, 'דוד כהן', 'מנהל מכירות'),
  person(623, 'Omar Farouk', 'Sales'),
]

/** Clients who write through a channel: they have no account, and the portal knows them by it. */
export const clients: readonly WireUser[] = [
  person(701, 'Ivan Petrov', '', { connector: true, external_auth_id: 'imconnector', extranet: true, type: 'user', departments: [] }),
  person(702, 'Мария Орлова', '', { gender: 'F', connector: true, external_auth_id: 'imconnector', extranet: true, departments: [] }),
  person(703, 'Meridian, WhatsApp', '', { connector: true, external_auth_id: 'imconnector', extranet: true, departments: [] }),
]

/** A writer of old messages whose account is gone: never in any `users`. */
export const GONE_ID = 699

export const sampleUsers = samplesUsers as readonly (Partial<WireUser> | null)[]

const known = new Map<number, WireUser>()
for (const user of sampleUsers) if (user?.id !== undefined) known.set(user.id, user as WireUser)
for (const user of [...staff, ...rtlStaff, ...clients]) known.set(user.id, user)

/** The user as the portal knows it now; undefined for a deleted account. */
export const userById = (id: number): WireUser | undefined => known.get(id)

/** Everybody who has an account. */
export const allUsers = (): WireUser[] => [...known.values()].filter(({ connector }) => connector !== true)
