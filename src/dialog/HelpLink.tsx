import { HELP_TOPICS, type Trouble } from '~/domain/portal/help-topics'
import { HelpLink as ToTopic } from '~/ui/Button'

/** To what can be done about something that was told. */
export const HelpLink = ({ about }: { readonly about: Trouble }) => <ToTopic topic={HELP_TOPICS[about]} />
