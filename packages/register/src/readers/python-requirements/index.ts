import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { requirementOf } from '../../software/python.ts'
import { blocksOf } from '../../text/index.ts'

/** requirements.txt and its like, also as `pip freeze` and `pip-compile` write it. */
export const pythonRequirements: EvidenceReader = {
  id: 'python-requirements',
  recognise(head) {
    const name = baseName(head.name)
    if (!/\.(?:txt|in|pip)$/.test(name) || head.text === '') return 0
    const lines = head.text.split('\n', 60).filter((line) => !/^\s*(?:#|$)/.test(line))
    const good = lines.filter((line) =>
      /^(?:-[a-z]|--)|^[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*(?:[=~<>!]=|[<>]|===)/.test(line),
    )
    if (/require|constraint/.test(name) || /(?:^|\/)requirements\/[^/]*$/i.test(head.name)) {
      // A text about requirements is prose: most of its lines are no names.
      const names = lines.filter((line) => /^\s|^-/.test(line) || requirementOf(line) !== null).length
      return names * 2 >= lines.length ? 0.9 : 0
    }
    return lines.length > 2 && good.length > lines.length * 0.8 ? 0.6 : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const compiled = /requirements[^/]*\.txt$/i.test(file.name)
    const development = /dev|test|lint|doc/i.test(baseName(file.name))
    let last: { line: number; text: string } | null = null
    let via = ''
    for await (const { first, lines } of blocksOf(file, { signal })) {
      for (const [at, text] of lines.entries()) take(text, first + at)
    }
    flush()
    found.finish()

    function take(text: string, line: number): void {
      // pip-compile says beneath a package who asked for it: `# via flask`, or `# via -r requirements.in`.
      if (/^\s+#/.test(text)) via += ` ${text.trim()}`
      else if (/^\s*(?:#|--hash|$)/.test(text)) return
      else {
        flush()
        last = { line, text }
      }
    }

    function flush(): void {
      if (!last) return
      const { line, text } = last
      const reasons = via + (/#\s*via.*$/.exec(text)?.[0] ?? '')
      last = null
      via = ''
      if (/^\s*-/.test(text)) {
        const egg = /^\s*(?:-e|--editable)\b.*#egg=([\w.-]+)/.exec(text)?.[1]
        if (egg) found.add('pypi', egg, { depth: 'direct', development, locator: `line ${line}` })
        return
      }
      const requirement = requirementOf(text)
      if (!requirement) {
        emit.ignored('line that is no package')
        return
      }
      const byOthers = compiled && /#\s*via/.test(reasons) && !/-r\b|\(pyproject|\(setup/.test(reasons)
      found.add('pypi', requirement.name, {
        version: requirement.version,
        depth: byOthers ? 'transitive' : 'direct',
        development,
        locator: `line ${line}`,
      })
    }
  },
}
