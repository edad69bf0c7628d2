import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

const sumLine = /^(\S+) (v\S+?)(\/go\.mod)? h1:\S+=$/

/** go.sum: the modules whose code was really used; those of which only go.mod was looked at are left out. */
export const goSum: EvidenceReader = {
  id: 'go-sum',
  recognise(head) {
    const isSum = sumLine.test(head.text.split('\n', 1)[0]?.trim() ?? '')
    return isSum ? 1 : baseName(head.name) === 'go.sum' ? 0.7 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) {
        const [, module, version, onlyManifest] = sumLine.exec(line.trim()) ?? []
        if (!module) {
          if (line.trim() !== '') emit.ignored('line that is no package')
        } else if (onlyManifest) emit.ignored('module of which only the manifest was looked at')
        else found.add('golang', module, { version, locator: `line ${first + at}` })
      }
    }
    found.finish()
  },
}
