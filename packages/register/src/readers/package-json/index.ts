import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { objectAt, readJson } from '../../software/read-json.ts'

const sections = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'] as const

/** package.json of npm, pnpm, yarn and bun: what a project itself asks for. */
export const packageJson: EvidenceReader = {
  id: 'package-json',
  recognise(head) {
    if (!isJsonWith(head)) return 0
    if (baseName(head.name) === 'package.json') return 0.95
    const depends = /"(?:dev|peer|optional)?[dD]ependencies"\s*:\s*\{/.test(head.text)
    return depends && /"(?:scripts|private|main|engines)"\s*:/.test(head.text) && !/"lockfileVersion"/.test(head.text)
      ? 0.7
      : 0
  },
  async read(file, emit, signal) {
    const manifest = await readJson(file, signal)
    const found = dependenciesInto(emit)
    for (const section of sections) {
      for (const [name, range] of Object.entries(objectAt(manifest, section))) {
        if (typeof range !== 'string') emit.ignored('package without version')
        else if (isOwn(range)) emit.ignored('own package of the project')
        else {
          found.add('npm', /^npm:(@?[^@]+)@/.exec(range)?.[1] ?? name, {
            version: /^[\d^~]/.test(range) ? range : undefined,
            depth: 'direct',
            development: section === 'devDependencies',
            locator: `${section}/${name}`,
          })
        }
      }
    }
    found.finish()
  },
}

function isOwn(range: string): boolean {
  return /^(?:workspace|file|link|portal):/.test(range)
}
