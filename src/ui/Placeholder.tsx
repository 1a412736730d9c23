/** As many as fill a large screen; what does not fit is not seen. */
const ROWS = 12

interface PlaceholderProps {
  readonly of: 'chats' | 'messages'
}

/** Grey shapes of what is being loaded; the same as stand in the page before the app does (`index.html`, `placeholder.css`). */
export const Placeholder = ({ of }: PlaceholderProps) => (
  <div className={`placeholder placeholder-${of}`} aria-hidden>
    {Array.from({ length: ROWS }, (_, at) => (
      <p key={at}>
        <i />
        <i />
        <i />
      </p>
    ))}
  </div>
)
