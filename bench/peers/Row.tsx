import { memo } from 'react'
import type { PeerMessage } from './store.ts'

/** The one row of all peers: who, when, and the text as it is. */
export const Row = memo(function Row({ message }: { readonly message: PeerMessage }) {
  return (
    <div className="row" data-message-id={message.id}>
      <i className="avatar">{message.author.slice(0, 1)}</i>
      <div>
        <b>{message.author}</b> <time>{message.time}</time>
        <p>{message.text}</p>
        {message.picture !== null && <img src={message.picture} alt="" />}
      </div>
    </div>
  )
})
