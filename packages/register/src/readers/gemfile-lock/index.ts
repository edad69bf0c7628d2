import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** Gemfile.lock of Ruby; its section DEPENDENCIES says what the project itself asks for. */
export const gemfileLock: EvidenceReader = {
  id: 'gemfile-lock',
  recognise(head) {
    const isLock = /^(?:GEM|PATH|GIT)\s*$/m.test(head.text) && /^ {2}(?:specs|remote):/m.test(head.text)
    return isLock ? 1 : /^gemfile\.lock$|^gems\.locked$/.test(baseName(head.name)) ? 0.7 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let section = ''
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) {
        if (/^[A-Z]/.test(line)) section = line.trim()
        else if (section === 'DEPENDENCIES') {
          const name = /^ {2}([\w.-]{1,150})!?(?:\s|$)/.exec(line)?.[1]
          if (name) found.direct('gem', name)
        } else {
          const [, name, version] = /^ {4}([\w.-]{1,150}) \(([^)]{1,60})\)/.exec(line) ?? []
          if (!name) continue
          if (section === 'PATH') emit.ignored('own package of the project')
          else found.add('gem', name, { version, locator: `line ${first + at}` })
        }
      }
    }
    found.finish()
  },
}
