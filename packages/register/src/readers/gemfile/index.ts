import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** Gemfile and *.gemspec of Ruby: what a project itself asks for. */
export const gemfile: EvidenceReader = {
  id: 'gemfile',
  recognise(head) {
    const name = baseName(head.name)
    const asks = /^[ \t]*(?:gem|source|\w+\.add_(?:\w+_)?dependency)[\s(]+["']/m.test(head.text)
    if (/^gemfile$|^gems\.rb$|\.gemspec$/.test(name)) return asks ? 0.95 : 0.6
    return 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let development = false
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) {
        if (/^\s*group\b.*:(?:development|test)/.test(line)) development = !/:(?:production|default)/.test(line)
        else if (/^end\b/.test(line)) development = false
        const [, word = '', name, version] =
          /^\s*(gem|\w+\.add_(?:\w+_)?dependency)[\s(]+["']([\w.-]{1,150})["'](?:\s*,\s*["']([^"']{1,40})["'])?/.exec(
            line,
          ) ?? []
        if (!name) continue
        if (/\bpath:|:path\s*=>/.test(line)) emit.ignored('own package of the project')
        else
          found.add('gem', name, {
            version,
            depth: 'direct',
            development: development || word.includes('development'),
            locator: `line ${first + at}`,
          })
      }
    }
    found.finish()
  },
}
