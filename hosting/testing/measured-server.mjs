// The server in a process of its own, which tells how much memory it keeps: `node --expose-gc measured-server.mjs DIRECTORY`, forked.
import { readBuild } from '../build-files.mjs'
import { listen } from '../server.mjs'
import { readSettings } from '../settings.mjs'
import { createSite } from '../site.mjs'

const settings = readSettings(process.env)
await listen(createSite({ files: await readBuild(process.argv[2]), settings }), settings)

async function tellMemory() {
  // What a connection leaves behind is let go in several turns.
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  const handles = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
  process.send({ rss, kept: heapUsed + external, handles })
}

process.on('message', () => void tellMemory())
process.send('listening')
