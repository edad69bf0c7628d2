import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { objectAt, readJson, stringAt } from '../../software/read-json.ts'

/** Pipfile.lock of pipenv. */
export const pipfileLock: EvidenceReader = {
  id: 'pipfile-lock',
  recognise(head) {
    if (!isJsonWith(head, '_meta')) return 0
    return baseName(head.name) === 'pipfile.lock' ? 1 : /"pipfile-spec"/.test(head.text) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const lock = await readJson(file, signal)
    const found = dependenciesInto(emit)
    for (const section of ['default', 'develop']) {
      for (const [name, entry] of Object.entries(objectAt(lock, section))) {
        found.add('pypi', name, {
          version: stringAt(entry, 'version')?.replace(/^==/, ''),
          development: section === 'develop',
          locator: `${section}/${name}`,
        })
      }
    }
    found.finish()
  },
}
