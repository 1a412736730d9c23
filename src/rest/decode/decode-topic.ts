import type { Topic, TopicName } from '~/domain/message/message'
import { text } from './wire.ts'

/** By parts of component names: there are dozens, and every version adds more. The first match wins. */
const components: readonly (readonly [RegExp, TopicName])[] = [
  [/copilot|ai_?assistant|\bai\b/i, 'copilot'],
  [/call|conference|zoom|phone/i, 'call'],
  [/task/i, 'task'],
  [/calendar|meeting|event/i, 'meeting'],
  [/vote|poll/i, 'poll'],
  [/sign|document/i, 'document'],
  [/form|check_?in|feedback/i, 'form'],
  [/crm|deal|lead|imol|openlines/i, 'crm'],
  [/chat|channel|collab/i, 'chat'],
]

/** What a message is about, from the `COMPONENT_ID` of its params; null where it has none. */
export function decodeTopic(value: unknown): Topic | null {
  const component = text(value)
  return component === '' ? null : { name: components.find(([pattern]) => pattern.test(component))?.[1] ?? 'other', component }
}
