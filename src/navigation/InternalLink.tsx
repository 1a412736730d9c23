import type { ComponentProps, MouseEvent } from 'react'
import { isPlainClick } from './is-plain-click.ts'
import { useNavigation, type LinkTarget } from './NavigationContext.ts'

interface InternalLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: LinkTarget
}

/** A link inside the app. Clicks that open links elsewhere, such as with Ctrl or the middle button, are left to the browser. */
export function InternalLink({ to, onClick, children, ...rest }: InternalLinkProps) {
  const { hrefOf, open } = useNavigation()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlainClick(event)) return
    event.preventDefault()
    open(to)
  }
  return (
    <a {...rest} href={hrefOf(to)} onClick={follow}>
      {children}
    </a>
  )
}
