export type TopicName = 'call' | 'task' | 'crm' | 'meeting' | 'poll' | 'form' | 'copilot' | 'document' | 'chat' | 'other'

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

/** What a message of one of the portal's own components is about, by the component's name. */
export const topicName = (component: string): TopicName => components.find(([pattern]) => pattern.test(component))?.[1] ?? 'other'
