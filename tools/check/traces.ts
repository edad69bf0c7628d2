import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = /\.(ts|tsx|js|mjs|json|md|yaml|yml|html|css|py|sh|txt|toml|service)$|^[^.]*$|^\.[^/]+$/
/** Words that belong to one computer: paths of a work place, hosts of a package registry. */
const traces = [
  /(?<![\w.])\/(?:work|root|home\/[a-z]|Users\/[a-z])[\w./-]*/,
  /registry\.[a-z.]+\.(?:org|com)\b/,
  /\b(?:artifactory|nexus)\.[a-z]/,
]

/** Lines that only make sense on the computer where they were written. */
export function checkTraces(root: string, files: string[]): string[] {
  return files
    .filter((file) => text.test(file) && !file.startsWith('tools/check/traces'))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n')
      return lines.flatMap((line, index) => {
        const found = traces.map((trace) => trace.exec(line)?.[0]).find(Boolean)
        return found ? [`${file}:${index + 1}: ${found}`] : []
      })
    })
}
