import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { requirementOf } from '../../software/python.ts'
import { inlineValue, readToml } from '../../software/read-toml.ts'

/** pyproject.toml (PEP 621, Poetry, PDM, uv) and Pipfile: what a Python project itself asks for. */
export const pythonProject: EvidenceReader = {
  id: 'python-project',
  recognise(head) {
    const name = baseName(head.name)
    const isProject = /^\s*\[(?:project|build-system|tool\.(?:poetry|pdm|uv|ruff|black)\b[^\]]*)\]/m.test(head.text)
    if (name === 'pyproject.toml') return isProject ? 1 : 0.8
    if (name === 'pipfile') return 0.9
    return name.endsWith('.toml') && isProject
      ? 0.7
      : /^\[\[source\]\]/m.test(head.text) && /^\[packages\]/m.test(head.text)
        ? 0.7
        : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    await readToml(file, signal, ({ table, key, value, line }) => {
      if (key === '') return
      const locator = `line ${line}`
      const isList =
        (table === 'project' && key === 'dependencies') ||
        table === 'project.optional-dependencies' ||
        table === 'dependency-groups' ||
        /^tool\.pdm\.dev-dependencies$/.test(table) ||
        (table === 'tool.uv' && key === 'dev-dependencies') ||
        (table === 'build-system' && key === 'requires')
      if (isList) {
        const requirement = requirementOf(value)
        const development = table !== 'project' && table !== 'project.optional-dependencies'
        if (requirement)
          found.add('pypi', requirement.name, { version: requirement.version, depth: 'direct', development, locator })
        else emit.ignored('line that is no package')
        return
      }
      const isTable =
        /^tool\.poetry\.(?:dev-)?dependencies$|^tool\.poetry\.group\.[\w-]+\.dependencies$|^(?:dev-)?packages$/.test(
          table,
        )
      if (!isTable || key === 'python' || key === 'python_version') return
      if (/\bpath\s*=/.test(value)) {
        emit.ignored('own package of the project')
        return
      }
      const version = inlineValue(value, 'version') ?? (value.startsWith('{') || value === '*' ? undefined : value)
      found.add('pypi', key.split('.')[0] ?? key, {
        version,
        depth: 'direct',
        development: /dev|group/.test(table),
        locator,
      })
    })
    found.finish()
  },
}
