/** Whether the calendar covers the lower part of the screen, as on phones, rather than standing beside its button. */
export const isSheet = (): boolean => matchMedia('(max-width: 480px)').matches
