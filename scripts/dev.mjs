// `npm run dev`: the app with hot reload and the demo portal.
import { onEnd } from '../hosting/on-end.mjs'
import { ensureInstalled } from './install.mjs'
import { explain, readPorts } from './ports.mjs'

const { port, demoPort } = readPorts()
ensureInstalled()

const { startDemo } = await import('./servers.mjs')
const { withDemo } = await import('./app-server.mjs')
const demo = await startDemo(demoPort, `http://localhost:${port}/`)
const { createServer } = await import('vite')
const server = await createServer({
  server: { port, strictPort: true, host: 'localhost' },
  plugins: [
    { name: 'demo-webhook', transformIndexHtml: (html) => withDemo(html, demo.webhook) },
    {
      // A placement is opened by POST; Vite's own server answers only GET.
      name: 'post-as-get',
      configureServer(dev) {
        dev.middlewares.use((request, _response, next) => {
          if (request.method === 'POST' && /^\/(index\.html)?(\?|$)/.test(request.url)) request.method = 'GET'
          next()
        })
      },
    },
  ],
})
await server
  .listen()
  .catch((error) => explain('the app', port, { code: /in use/.test(error.message) ? 'EADDRINUSE' : '', message: error.message }))

console.log(`App:         http://localhost:${port}/?demo`)
console.log(`Demo portal: ${new URL(demo.webhook).origin}/`)

onEnd(() => void Promise.all([server.close(), demo.close()]).finally(() => process.exit(0)))
