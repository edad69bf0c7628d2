import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** yarn.lock of Yarn 1 and of Yarn 2 and later. */
export const yarnLock: EvidenceReader = {
  id: 'yarn-lock',
  recognise(head) {
    if (/^# yarn lockfile v1/m.test(head.text)) return 1
    if (/^__metadata:\s*$/m.test(head.text) && /^ {2}resolution: /m.test(head.text)) return 1
    return baseName(head.name) === 'yarn.lock' ? 0.7 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let names: string[] = []
    let start = 0
    let workspace = false
    let section = ''
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) take(line, first + at)
    }
    found.finish()

    function take(line: string, number: number): void {
      if (line === '' || line[0] === '#') return
      if (line[0] !== ' ') {
        names = namesOf(line)
        start = number
        section = ''
        workspace = names.length === 0 || /@(?:workspace|link|portal|file):/.test(line)
        if (workspace && names.length > 0) emit.ignored('own package of the project')
        return
      }
      if (line[2] !== ' ') {
        const [, key = '', value = ''] = /^ {2}"?([\w-]+)"?:?\s*(.*)$/.exec(line) ?? []
        section = value === '' ? key : ''
        if (key === 'version' && !workspace) {
          for (const name of names) found.add('npm', name, { version: unquoted(value), locator: `line ${start}` })
        }
        return
      }
      // Only Yarn 2 and later writes down what the own packages ask for.
      if (!workspace || !/^(?:dependencies|optionalDependencies|devDependencies)$/.test(section)) return
      const [, name, range = ''] = /^ {4}"?((?:@[^/"@\s]+\/)?[^/"@:\s]+)"?:?\s*(.*)$/.exec(line) ?? []
      if (name && !/workspace:/.test(range)) found.direct('npm', aliasIn(unquoted(range)) ?? name)
    }
  },
}

/** The names before a list of ranges: `"@scope/name@^1.0", "name@npm:^2":`. Mostly one. */
function namesOf(line: string): string[] {
  const names = line
    .replace(/:\s*$/, '')
    .split(',')
    .map((part) => unquoted(part.trim()))
    .map((part) => {
      const match = /^((?:@[^/@\s]+\/)?[^/@\s]+)@(.*)$/.exec(part)
      return match?.[1] ? (aliasIn(match[2] ?? '') ?? match[1]) : ''
    })
  return [...new Set(names)].filter((name) => name !== '' && name !== '__metadata')
}

/** `npm:real-name@^1.0` says that the package has another name. */
function aliasIn(range: string): string | undefined {
  return /^npm:(@[^/@]+\/[^/@]+)(?:@|$)|^npm:([^/@]+)@/.exec(range)?.slice(1).find(Boolean)
}

function unquoted(text: string): string {
  const start = text.startsWith('"') ? 1 : 0
  return text.endsWith('"') ? text.slice(start, -1) : text.slice(start)
}
