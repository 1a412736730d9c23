import { Placeholder } from '~/ui/Placeholder'

/** The page as it was before the app (`index.html`), while a frame is not yet connected. */
export const Opening = () => (
  <div className="opening" aria-hidden>
    <Placeholder of="chats" />
    <div>
      <header />
      <Placeholder of="messages" />
    </div>
  </div>
)
