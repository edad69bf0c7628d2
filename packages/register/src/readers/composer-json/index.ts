import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { objectAt, readJson } from '../../software/read-json.ts'

/** composer.json of PHP: what a project itself asks for. */
export const composerJson: EvidenceReader = {
  id: 'composer-json',
  recognise(head) {
    if (!isJsonWith(head)) return 0
    if (baseName(head.name) === 'composer.json') return 0.95
    return /"require(?:-dev)?"\s*:\s*\{/.test(head.text) && /"(?:autoload|php)"\s*:/.test(head.text) ? 0.8 : 0
  },
  async read(file, emit, signal) {
    const manifest = await readJson(file, signal)
    const found = dependenciesInto(emit)
    for (const section of ['require', 'require-dev']) {
      for (const [name, range] of Object.entries(objectAt(manifest, section))) {
        if (!name.includes('/')) emit.ignored('language or extension itself')
        else {
          found.add('composer', name, {
            version: typeof range === 'string' ? range : undefined,
            depth: 'direct',
            development: section === 'require-dev',
            locator: `${section}/${name}`,
          })
        }
      }
    }
    found.finish()
  },
}
