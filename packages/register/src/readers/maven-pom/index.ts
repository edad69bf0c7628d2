import type { EvidenceReader } from '../../reader.ts'
import { dependenciesInto } from '../../software/dependencies.ts'
import { baseName } from '../../software/head.ts'
import { readXml } from '../../software/read-xml.ts'

const kinds = new Set(['dependency', 'plugin', 'parent', 'extension'])

/** pom.xml of Maven: dependencies, their management (boms), plugins and the parent. */
export const mavenPom: EvidenceReader = {
  id: 'maven-pom',
  recognise(head) {
    const isPom = /<project\b[^>]*maven\.apache\.org\/POM/.test(head.text)
    if (isPom) return 1
    return /\.(?:pom|xml)$/.test(baseName(head.name)) && /<project\b/.test(head.text) && /<artifactId>/.test(head.text)
      ? 0.8
      : 0
  },
  async read(file, emit, signal) {
    const found = dependenciesInto(emit)
    const properties = new Map<string, string>()
    let entry = new Map<string, string>()
    let start = 0
    let project = ''
    await readXml(file, signal, {
      open({ name, line }) {
        if (!kinds.has(name)) return
        entry = new Map()
        start = line
      },
      close({ name, path, text }) {
        const parent = path.at(-1) ?? ''
        if (parent === 'properties' && text.length < 200 && properties.size < 5000) properties.set(name, text)
        else if (kinds.has(parent)) entry.set(name, text)
        else if (path.length === 1 && name === 'groupId') project = text
        if (!kinds.has(name) || path.includes('exclusions')) return
        const group = filled(entry.get('groupId') ?? (name === 'plugin' ? 'org.apache.maven.plugins' : ''))
        const artifact = filled(entry.get('artifactId') ?? '')
        if (group === '' || artifact === '' || /[${}]/.test(group + artifact)) {
          emit.record()
          emit.ignored(/project\.|pom\./.test(group) ? 'own package of the project' : 'name that is no package')
          return
        }
        if (group === project && /project\./.test(entry.get('version') ?? '')) {
          emit.record()
          emit.ignored('own package of the project')
          return
        }
        found.add('maven', `${group}/${artifact}`, {
          version: filled(entry.get('version') ?? '') || undefined,
          depth: 'direct',
          development: entry.get('scope') === 'test' || name === 'plugin',
          locator: `line ${start}`,
        })
      },
    })
    found.finish()

    function filled(text: string): string {
      return text.replace(/\$\{([\w.-]{1,100})\}/g, (all, name: string) => properties.get(name) ?? all)
    }
  },
}
