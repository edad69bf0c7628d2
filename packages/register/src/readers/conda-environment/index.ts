import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { requirementOf } from '../../software/python.ts'
import { readYaml } from '../../software/read-yaml.ts'

/** environment.yml of conda, with what pip fetches in it. */
export const condaEnvironment: EvidenceReader = {
  id: 'conda-environment',
  recognise(head) {
    if (!/\.ya?ml$/.test(baseName(head.name))) return 0
    const asks = /^dependencies:\s*$/m.test(head.text) && /^\s*-\s+(?:[\w-]+::)?[\w.-]+/m.test(head.text)
    const channels = /^channels:/m.test(head.text)
    return asks && channels ? 0.95 : asks && /^environment[\w.-]*\.ya?ml$/.test(baseName(head.name)) ? 0.8 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    await readYaml(file, signal, ({ path, key, value, line }) => {
      if (key !== '' || path[0] !== 'dependencies') return
      const byPip = path.includes('pip')
      // conda writes `channel::name=1.2=build`.
      const [, name = '', version] = /^(?:[\w.-]+::)?([\w.-]+)\s*(?:[=<>!~ ]=?\s*([\w.]+))?/.exec(value) ?? []
      const requirement = byPip ? requirementOf(value) : { name, version }
      if (!requirement || requirement.name === 'python' || requirement.name === 'pip') return
      found.add('pypi', requirement.name, { version: requirement.version, depth: 'direct', locator: `line ${line}` })
    })
    found.finish()
  },
}
