import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** `    "@scope/name": ["@scope/name@1.2.3", …` */
const packageLine = /^ {4}"[^"]{1,300}":\s*\["((?:@[^/"@\s]+\/)?[^/"@\s]+)@([^"]{1,200})"/
/** The same, spread over lines by a formatter. */
const openLine = /^ {4}"[^"]{1,300}":\s*\[\s*$/
const spreadLine = /^ {6}"((?:@[^/"@\s]+\/)?[^/"@\s]+)@([^"]{1,200})"/
const askedLine = /^ {8}"((?:@[^/"@\s]+\/)?[^/"@\s]+)":\s*"([^"]{0,200})"/

/** bun.lock: JSON with commas too many, written a line for each package. */
export const bunLock: EvidenceReader = {
  id: 'bun-lock',
  recognise(head) {
    const isLock = /^\s*\{\s*"lockfileVersion":\s*\d+,\s*(?:"configVersion":\s*\d+,\s*)?"workspaces":/.test(head.text)
    return isLock ? 1 : baseName(head.name) === 'bun.lock' ? 0.6 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let section = ''
    let opened = false
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) take(line, first + at)
    }
    found.finish()

    function take(line: string, number: number): void {
      const opens = /^ {6}"(\w+)":\s*\{\s*$/.exec(line)?.[1]
      if (opens) section = opens
      const [, asked, range = ''] = askedLine.exec(line) ?? []
      if (asked && section.endsWith('ependencies') && !/^(?:workspace|file|link):/.test(range))
        found.direct('npm', /^npm:(@?[^@]+)@/.exec(range)?.[1] ?? asked, section === 'devDependencies')
      const [, name, version = ''] = (opened ? spreadLine.exec(line) : packageLine.exec(line)) ?? []
      opened = openLine.test(line)
      if (!name) return
      if (/^(?:workspace|file|link|root):/.test(version)) emit.ignored('own package of the project')
      else found.add('npm', name, { version, locator: `line ${number}` })
    }
  },
}
