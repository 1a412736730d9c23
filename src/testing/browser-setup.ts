import { beforeAll, beforeEach } from 'vitest'
import { cleanup } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { VIEWPORT } from './viewport.ts'
import '~/ui/styles/tokens.css'
import '~/ui/styles/base.css'
import '~/ui/styles/placeholder.css'

// What is rendered here has no page of its own height around it, and is scrolled to.
document.body.style.overflow = 'hidden'

// Files share a page: each finds it as if it were the first.
beforeAll(async () => {
  await cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(VIEWPORT.width, VIEWPORT.height)
})
beforeEach(cleanup)
