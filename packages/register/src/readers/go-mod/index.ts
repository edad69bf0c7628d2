import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { blocksOf } from '../../text/index.ts'

/** go.mod: what a Go module asks for; `// indirect` is said by the file itself. */
export const goMod: EvidenceReader = {
  id: 'go-mod',
  recognise(head) {
    const isModule = /^module\s+\S+/m.test(head.text)
    if (baseName(head.name) === 'go.mod') return isModule ? 1 : 0.8
    return isModule && /^(?:go \d|require\s)/m.test(head.text) ? 0.8 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    let block = ''
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, line] of lines.entries()) take(line.trim(), first + at)
    }
    found.finish()

    function take(text: string, line: number): void {
      if (text.startsWith(')')) block = ''
      const opens = /^(\w+)\s*\($/.exec(text)?.[1]
      if (opens) {
        block = opens
        return
      }
      const single = /^(require|tool)\s+(.*)$/.exec(text)
      const directive = single?.[1] ?? block
      if (directive !== 'require') return
      const [, module, version] = /^(\S+)\s+(v\S+)/.exec(single?.[2] ?? text) ?? []
      if (!module) return
      const depth = /\/\/\s*indirect/.test(text) ? 'transitive' : 'direct'
      found.add('golang', module, { version, depth, locator: `line ${line}` })
    }
  },
}
