import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { inlineValue, readToml } from '../../software/read-toml.ts'

const section = /^(?:target\..+\.|workspace\.)?((?:dev-|build-)?dependencies)(?:\.(.+))?$/

/** Cargo.toml of Rust: what a project itself asks for. */
export const cargoToml: EvidenceReader = {
  id: 'cargo-toml',
  recognise(head) {
    const isManifest = /^\[(?:package|workspace|lib|dependencies)\]/m.test(head.text)
    if (baseName(head.name) === 'cargo.toml') return isManifest ? 1 : 0.6
    return /^\[package\]/m.test(head.text) && /^edition\s*=/m.test(head.text) ? 0.8 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    await readToml(file, signal, ({ table, key, value, line }) => {
      const [, kind, single] = section.exec(table) ?? []
      if (!kind) return
      const development = kind !== 'dependencies'
      const locator = `line ${line}`
      // `[dependencies.serde]` is a table of its own.
      if (single !== undefined) {
        if (key === '') found.add('cargo', single, { depth: 'direct', development, locator })
        return
      }
      if (key === '') return
      const name = inlineValue(value, 'package') ?? key.split('.')[0] ?? key
      const path = inlineValue(value, 'path') !== undefined
      if (path && inlineValue(value, 'version') === undefined) emit.ignored('own package of the project')
      else {
        const version = inlineValue(value, 'version') ?? (/^[\d^~=<>*]/.test(value) ? value : undefined)
        found.add('cargo', name, { version, depth: 'direct', development, locator })
      }
    })
    found.finish()
  },
}
