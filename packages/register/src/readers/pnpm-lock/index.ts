import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { readYaml } from '../../software/read-yaml.ts'

const sections = /^(?:dependencies|optionalDependencies|devDependencies)$/

/** pnpm-lock.yaml, format 5 to 9. */
export const pnpmLock: EvidenceReader = {
  id: 'pnpm-lock',
  recognise(head) {
    const isLock = /^lockfileVersion:/m.test(head.text)
    if (baseName(head.name) === 'pnpm-lock.yaml') return isLock ? 1 : 0.6
    return isLock && /^(?:importers|packages|dependencies|settings):/m.test(head.text) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const asked = new Map<string, { version: string | undefined; line: number }>()
    await readYaml(file, signal, ({ path, key, value, line }) => {
      const [top, second] = path
      // Of one project at the top, of more beneath `importers`.
      if (path.length === 1 && top && sections.test(top)) nameDirect(top, key, value, line)
      else if (path.length === 3 && top === 'importers') nameDirect(path[2] ?? '', key, value, line)
      else if (path.length === 4 && top === 'importers' && key === 'version')
        nameDirect(path[2] ?? '', path[3] ?? '', value, line)
      else if (path.length === 1 && top === 'packages') {
        const named = packageOf(key)
        if (named) found.add('npm', named.name, { version: named.version, locator: `line ${line}` })
        else if (!/^(?:file|link):/.test(key)) emit.ignored('name that is no package')
      } else if (path.length === 2 && top === 'packages' && key === 'name' && second)
        found.add('npm', value, { locator: `line ${line}` })
    })
    for (const [name, { version, line }] of asked) found.add('npm', name, { version, locator: `line ${line}` })
    found.finish()

    function nameDirect(section: string, name: string, version: string, line: number): void {
      if (!sections.test(section)) return
      if (/^(?:link|file|workspace):/.test(version)) return
      const alias = packageOf(version)?.name
      const real = alias && !/^\d/.test(alias) ? alias : name
      found.direct('npm', real, section === 'devDependencies')
      // Beneath `packages` it may be missing: a lock file that was cut, or an address instead of a version.
      if (version !== '' && !asked.has(real)) asked.set(real, { version: /^\d[^(_]*/.exec(version)?.[0], line })
    }
  },
}

/** `/@scope/name/1.0.0_peer`, `/@scope/name@1.0.0(peer)`, `@scope/name@1.0.0`, or an address of an archive. */
function packageOf(key: string): { name: string; version: string } | null {
  const plain = key.replace(/^\//, '').replace(/\(.*$/, '')
  const match = /^((?:@[^/@]+\/)?[^/@]+)[@/](\d[^/_]*)/.exec(plain)
  return match?.[1] && match[2] ? { name: match[1], version: match[2] } : null
}
