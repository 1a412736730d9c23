/** What the portal calls the app where it shows it, by the portal's own names of its languages. */
export const placementTitles: Readonly<Record<string, string>> = {
  en: 'Chat history',
  ru: 'История чата',
  ua: 'Історія чату',
  kz: 'Чат тарихы',
  de: 'Chatverlauf',
  fr: 'Historique du chat',
  la: 'Historial del chat',
  br: 'Histórico do chat',
  it: 'Cronologia della chat',
  pl: 'Historia czatu',
  tr: 'Sohbet geçmişi',
}
