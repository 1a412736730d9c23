import { visibleText } from '~/lib/text/visible-text'

/** The words of `[SEND]` and `[PUT]`: what is written, or the command itself; empty when there is neither. */
export const commandLabel = (value: string, written: string): string => (written.trim() === '' ? visibleText(value).trim() : written)
