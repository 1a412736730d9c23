import '~/ui/tokens.css'
import '~/ui/base.css'
import '~/ui/placeholder.css'

// What is rendered here has no page of its own height around it, and is scrolled to.
document.body.style.overflow = 'hidden'
