import type { EvidenceReader } from '../../reader.ts'
import { type Dependencies, dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { isObject, type JsonObject, objectAt, readJson, stringAt } from '../../software/read-json.ts'

/** package-lock.json and npm-shrinkwrap.json, versions 1, 2 and 3. */
export const npmLock: EvidenceReader = {
  id: 'npm-lock',
  recognise(head) {
    if (!isJsonWith(head, 'lockfileVersion')) return 0
    if (/^(?:package-lock|npm-shrinkwrap|\.package-lock)\.json$/.test(baseName(head.name))) return 1
    return /"(?:packages|dependencies)"\s*:\s*\{/.test(head.text) ? 0.9 : 0
  },
  async read(file, emit, signal) {
    const lock = await readJson(file, signal)
    const found = dependenciesInto(emit)
    const packages = objectAt(lock, 'packages')
    if (Object.keys(packages).length > 0) {
      for (const [path, entry] of Object.entries(packages)) {
        if (!isObject(entry)) continue
        const folder = path.lastIndexOf('node_modules/')
        if (folder < 0) nameDirect(entry, found)
        else if (entry['link'] === true) emit.ignored('own package of the project')
        else {
          // An alias stands under another name than the package has.
          const name = stringAt(entry, 'name') ?? path.slice(folder + 'node_modules/'.length)
          found.add('npm', name, {
            version: stringAt(entry, 'version'),
            development: entry['dev'] === true,
            locator: `packages/${path}`,
          })
        }
      }
    } else readTree(lock, found)
    found.finish()
  },
}

/** The project itself and its workspaces: what they ask for is direct. */
function nameDirect(entry: JsonObject, found: Dependencies): void {
  for (const section of ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies']) {
    for (const [name, range] of Object.entries(objectAt(entry, section))) {
      const alias = typeof range === 'string' ? /^npm:(@?[^@]+)@/.exec(range)?.[1] : undefined
      found.direct('npm', alias ?? name, section === 'devDependencies')
    }
  }
}

/** Version 1: a tree of dependencies, in which direct ones cannot be told from others. */
function readTree(lock: JsonObject, found: Dependencies): void {
  const waiting: { entries: JsonObject; place: string }[] = [{ entries: objectAt(lock, 'dependencies'), place: '' }]
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    for (const [name, entry] of Object.entries(level.entries)) {
      if (!isObject(entry)) continue
      const version = stringAt(entry, 'version')
      const alias = version && /^npm:(@?[^@]+)@(.*)$/.exec(version)
      const locator = `${level.place}dependencies/${name}`
      found.add('npm', alias ? (alias[1] ?? name) : name.replace(/^.*node_modules\//, ''), {
        version: alias ? alias[2] : version,
        development: entry['dev'] === true,
        locator,
      })
      const inner = objectAt(entry, 'dependencies')
      if (locator.length < 2000 && Object.keys(inner).length > 0) waiting.push({ entries: inner, place: `${locator}/` })
    }
  }
}
