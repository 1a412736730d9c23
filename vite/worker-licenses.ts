import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const LICENSES = 'licenses.md'
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/** A package's entry in the file of notices, as Vite writes those of the packages of the page. */
function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim().replaceAll(/^/gm, '> ')
  return `\n## ${name} - ${version} (${license})\n\n${text}\n`
}

/** Vite's file of notices leaves out the packages that only workers have; this adds them. */
export function withWorkerLicenses(): { readonly inWorkers: Plugin; readonly inPage: Plugin } {
  const folders = new Set<string>()
  return {
    inWorkers: {
      name: 'worker-licenses',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle))
          for (const id of output.type === 'chunk' ? output.moduleIds : []) {
            const folder = PACKAGE.exec(id)?.[0]
            if (folder !== undefined) folders.add(folder)
          }
      },
    },
    inPage: {
      name: 'add-worker-licenses',
      apply: 'build',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          const notices = bundle[LICENSES]
          if (notices?.type !== 'asset') this.error(`The build has no ${LICENSES}`)
          const known = String(notices.source)
          const missing = [...folders].map(noticeOf).filter((notice) => !known.includes(notice.split('\n', 2)[1] ?? ''))
          notices.source = known + missing.join('')
        },
      },
    },
  }
}
