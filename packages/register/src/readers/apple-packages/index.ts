import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName, isJsonWith } from '../../software/head.ts'
import { listAt, objectAt, readJson, stringAt } from '../../software/read-json.ts'
import { blocksOf } from '../../text/index.ts'

/** Podfile.lock of CocoaPods and Package.resolved of Swift. */
export const applePackages: EvidenceReader = {
  id: 'apple-packages',
  recognise(head) {
    if (/^PODS:\s*$/m.test(head.text) && /^DEPENDENCIES:\s*$/m.test(head.text)) return 1
    return baseName(head.name) === 'package.resolved' && isJsonWith(head, 'pins') ? 1 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    if (baseName(file.name) === 'package.resolved') {
      const resolved = await readJson(file, signal)
      const pins = [...listAt(resolved, 'pins'), ...listAt(objectAt(resolved, 'object'), 'pins')]
      for (const [at, pin] of pins.entries()) {
        const address = stringAt(pin, 'location') ?? stringAt(pin, 'repositoryURL') ?? ''
        const name = /^(?:https?:\/\/|ssh:\/\/|git@)(?:[^@/]*@)?([^/:]+)[/:](.+?)(?:\.git)?\/?$/.exec(address)
        if (name)
          found.add('swift', `${name[1]}/${name[2]}`, {
            version: stringAt(objectAt(pin, 'state'), 'version'),
            locator: `pins/${at + 1}`,
          })
        else emit.ignored('own package of the project')
      }
    } else {
      let section = ''
      for await (const { first, lines } of blocksOf(file, { signal })) {
        for (const [at, line] of lines.entries()) {
          if (/^[A-Z]/.test(line)) section = line.replace(/:.*$/, '')
          // `Firebase/Core` is a part of the pod Firebase.
          const [, name = '', version] = /^ {2}- "?([\w.+-]+)(?:\/[\w.+/-]+)?(?: \(([^)]{1,60})\))?/.exec(line) ?? []
          if (name === '') continue
          if (section === 'PODS') found.add('cocoapods', name, { version, locator: `line ${first + at}` })
          else if (section === 'DEPENDENCIES') found.direct('cocoapods', name)
        }
      }
    }
    found.finish()
  },
}
