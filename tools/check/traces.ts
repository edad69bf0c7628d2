import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = /\.(ts|tsx|js|mjs|json|md|yaml|yml|html|css|py|sh|txt|toml|service)$|^[^.]*$|^\.[^/]+$/
/** Words that belong to one computer: paths of a work place, hosts of a package registry. */
const traces = [
  /(?<![\w.])\/(?:(?:work|root)(?![\w-])|home\/[a-z]|Users\/[a-z])[\w./-]*/,
  /registry\.[a-z.]+\.(?:org|com)\b/,
  /\b(?:artifactory|nexus)\.[a-z]/,
]

/** This rule itself, and what is known of vendors: their registries are facts. */
const excepted = /^tools\/check\/traces|^packages\/knowledge\/(?:vendors|reported|pack\.json)/

/** Lines that only make sense on the computer where they were written. */
export function checkTraces(root: string, files: string[]): string[] {
  return files
    .filter((file) => text.test(file) && !excepted.test(file))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n')
      return lines.flatMap((line, index) => {
        const found = traces.map((trace) => trace.exec(line)?.[0]).find(Boolean)
        return found ? [`${file}:${index + 1}: ${found}`] : []
      })
    })
}
