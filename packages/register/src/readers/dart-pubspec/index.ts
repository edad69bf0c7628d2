import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { readYaml } from '../../software/read-yaml.ts'

/** pubspec.yaml and pubspec.lock of Dart and Flutter. */
export const dartPubspec: EvidenceReader = {
  id: 'dart-pubspec',
  recognise(head) {
    const name = baseName(head.name)
    if (name === 'pubspec.lock') return /^packages:/m.test(head.text) ? 1 : 0
    return name === 'pubspec.yaml' && /^(?:dependencies|environment):/m.test(head.text) ? 1 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    if (baseName(file.name) === 'pubspec.lock') {
      let entry: { name: string; line: number; how: string; source: string; version: string } | null = null
      const flush = () => {
        if (!entry) return
        const { name, line, how, source, version } = entry
        if (source === 'path' || source === 'sdk') emit.ignored('own package of the project')
        else {
          const depth = how.startsWith('direct') ? 'direct' : how === 'transitive' ? 'transitive' : 'unsaid'
          found.add('pub', name, { version, depth, development: how === 'direct dev', locator: `line ${line}` })
        }
        entry = null
      }
      await readYaml(file, signal, ({ path, key, value, line }) => {
        if (path.length === 1 && path[0] === 'packages') {
          flush()
          entry = { name: key, line, how: '', source: '', version: '' }
        } else if (entry && path.length === 2) {
          if (key === 'dependency') entry.how = value
          else if (key === 'source') entry.source = value
          else if (key === 'version') entry.version = value
        }
      })
      flush()
    } else {
      await readYaml(file, signal, ({ path, key, value, line }) => {
        const section = path.length === 1 ? (path[0] ?? '') : ''
        if (
          !/^(?:dev_)?dependencies$/.test(section) ||
          /^flutter(?:_test|_driver|_localizations|_web_plugins)?$/.test(key)
        )
          return
        const version = /^[\^\d]/.test(value) ? value : undefined
        found.add('pub', key, {
          version,
          depth: 'direct',
          development: section === 'dev_dependencies',
          locator: `line ${line}`,
        })
      })
    }
    found.finish()
  },
}
