import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { listAt, readJson, stringAt } from '../../software/read-json.ts'

/** composer.lock and vendor/composer/installed.json of PHP. */
export const composerLock: EvidenceReader = {
  id: 'composer-lock',
  recognise(head) {
    if (!isJsonWith(head)) return 0
    if (baseName(head.name) === 'composer.lock') return 1
    return /"content-hash"/.test(head.text) && /"packages"\s*:\s*\[/.test(head.text) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const lock = await readJson(file, signal)
    const found = dependenciesInto(emit)
    for (const section of ['packages', 'packages-dev']) {
      for (const [at, entry] of listAt(lock, section).entries()) {
        const name = stringAt(entry, 'name')
        if (name === undefined) emit.ignored('package without name')
        else {
          found.add('composer', name, {
            version: stringAt(entry, 'version'),
            development: section === 'packages-dev',
            locator: `${section}/${at + 1}`,
          })
        }
      }
    }
    found.finish()
  },
}
