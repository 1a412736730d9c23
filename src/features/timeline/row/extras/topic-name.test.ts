import { expect, it } from 'vitest'
import { topicName } from './topic-name.ts'

it.each([
  ['CallMessage', 'call'],
  ['ConferenceCreationMessage', 'call'],
  ['VoteMessage', 'poll'],
  ['ChatCopilotCreationMessage', 'copilot'],
  ['TaskChatMessage', 'task'],
  ['CalendarEventMessage', 'meeting'],
  ['ImOpenLinesForm', 'form'],
  ['SomethingNew', 'other'],
])('a message with the component %s is about: %s', (component, name) => expect(topicName(component)).toBe(name))
