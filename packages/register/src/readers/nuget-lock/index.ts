import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { isObject, objectAt, readJson, stringAt } from '../../software/read-json.ts'

/** packages.lock.json and project.assets.json of .NET. */
export const nugetLock: EvidenceReader = {
  id: 'nuget-lock',
  recognise(head) {
    if (/^(?:packages\.lock|project\.assets)\.json$/.test(baseName(head.name))) return isJsonWith(head) ? 1 : 0
    return isJsonWith(head, 'dependencies', 'resolved', 'contentHash') ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const lock = await readJson(file, signal)
    const found = dependenciesInto(emit)
    for (const [framework, packages] of Object.entries(objectAt(lock, 'dependencies'))) {
      if (!isObject(packages)) continue
      for (const [name, entry] of Object.entries(packages)) {
        const type = stringAt(entry, 'type')
        if (type === 'Project') emit.ignored('own package of the project')
        else {
          found.add('nuget', name, {
            version: stringAt(entry, 'resolved'),
            depth: type === 'Direct' ? 'direct' : 'transitive',
            locator: `dependencies/${framework}/${name}`,
          })
        }
      }
    }
    for (const [name, entry] of Object.entries(objectAt(lock, 'libraries'))) {
      const [id = '', version] = name.split('/')
      if (stringAt(entry, 'type') === 'package') found.add('nuget', id, { version, locator: `libraries/${name}` })
      else emit.ignored('own package of the project')
    }
    for (const framework of Object.values(objectAt(objectAt(lock, 'project'), 'frameworks')))
      for (const name of Object.keys(objectAt(framework, 'dependencies'))) found.direct('nuget', name)
    found.finish()
  },
}
