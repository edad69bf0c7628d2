import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { readToml } from '../../software/read-toml.ts'

interface Entry {
  name: string
  version: string
  source: string
  line: number
  needs: string[]
}

const mostNeeds = 2_000_000

/** Cargo.lock of Rust. A package without source is the project's own: what that needs is direct. */
export const cargoLock: EvidenceReader = {
  id: 'cargo-lock',
  recognise(head) {
    const isLock = /^\[\[package\]\]/m.test(head.text)
    if (baseName(head.name) === 'cargo.lock') return isLock ? 1 : 0.6
    return isLock && /^source = "(?:registry|git|sparse)\+/m.test(head.text) ? 0.95 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const own = new Set<string>()
    const needs: string[] = []
    let table = -1
    let entry: Entry | null = null
    await readToml(file, signal, ({ table: name, tableNumber, key, value, line }) => {
      if (key === '') {
        flush()
        if (name !== 'package') return
        table = tableNumber
        entry = { name: '', version: '', source: '', line, needs: [] }
      } else if (entry && tableNumber === table) {
        if (key === 'name') entry.name = value
        else if (key === 'version') entry.version = value
        else if (key === 'source') entry.source = value
        else if (key === 'dependencies') entry.needs.push(value.split(' ', 1)[0] ?? value)
      }
    })
    flush()
    for (const name of needs) if (!own.has(name)) found.direct('cargo', name)
    found.finish()

    function flush(): void {
      if (!entry || entry.name === '') return
      const { name, version, source, line } = entry
      if (source === '') {
        own.add(name)
        if (needs.length < mostNeeds) needs.push(...entry.needs.slice(0, 10_000))
        emit.ignored('own package of the project')
      } else found.add('cargo', name, { version, locator: `line ${line}` })
      entry = null
    }
  },
}
