import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { requirementOf } from '../../software/python.ts'
import { blocksOf } from '../../text/index.ts'

/** setup.py and setup.cfg: the requirements that stand written in them; those that a program puts together are not seen. */
export const pythonSetup: EvidenceReader = {
  id: 'python-setup',
  recognise(head) {
    const name = baseName(head.name)
    if (name === 'setup.py') return /\bsetup\s*\(/.test(head.text) ? 0.95 : 0
    return name === 'setup.cfg' && /^\[(?:metadata|options)[\w.]*\]/m.test(head.text) ? 0.95 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const isProgram = baseName(file.name).endsWith('.py')
    /** Within a list of requirements; of which it is. */
    let list = ''
    let section = ''
    for await (const { first, lines } of blocksOf(file, { signal, longest: 8192 })) {
      for (const [at, line] of lines.entries()) {
        if (/^\s*#/.test(line)) continue
        if (isProgram) program(line, `line ${first + at}`)
        else configuration(line, `line ${first + at}`)
      }
    }
    found.finish()

    function program(line: string, locator: string): void {
      const opens =
        /\b(install_requires|tests_require|setup_requires|extras_require|requirements|requires|required)\s*[=:]\s*[[{(]/i.exec(
          line,
        )
      if (opens) list = (opens[1] ?? '').toLowerCase()
      if (list === '') return
      const inner = opens ? line.slice(opens.index + opens[0].length) : line
      const development = /^(?:tests|setup)_/.test(list)
      for (const [, double, single, key] of inner.matchAll(/(?:"([^"]{1,200})"|'([^']{1,200})')(\s*:)?/g))
        if (key === undefined) add(double ?? single ?? '', development, locator)
      if (list === 'extras_require' ? inner.includes('}') : /[\])]\s*,?\s*$/.test(inner)) list = ''
    }

    function configuration(line: string, locator: string): void {
      const header = /^\[([\w.]+)\]/.exec(line)?.[1]
      if (header !== undefined) {
        section = header
        list = ''
        return
      }
      const [, key, rest = ''] = /^([\w.-]+)\s*=\s*(.*)$/.exec(line) ?? []
      if (key)
        list =
          /^(?:install_requires|tests_require|setup_requires)$/.test(key) || section === 'options.extras_require'
            ? key
            : ''
      const text = key ? rest : line
      if (list !== '' && text.trim() !== '') add(text.trim(), /tests|setup/.test(list), locator)
    }

    function add(text: string, development: boolean, locator: string): void {
      const requirement = requirementOf(text)
      if (requirement)
        found.add('pypi', requirement.name, { version: requirement.version, depth: 'direct', development, locator })
    }
  },
}
