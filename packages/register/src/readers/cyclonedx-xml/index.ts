import type { EvidenceReader } from '../../reader.ts'
import { bomInto } from '../../software/bom.ts'
import { readXml } from '../../software/read-xml.ts'

interface Entry {
  type: string | null
  line: number
  fields: Map<string, string>
  external: boolean
}

/** CycloneDX bill of materials in XML. */
export const cyclonedxXml: EvidenceReader = {
  id: 'cyclonedx-xml',
  recognise: (head) => (/<(?:\w+:)?bom\b[^>]*cyclonedx\.org\/schema\/bom/.test(head.text) ? 1 : 0),
  async read(file, emit, signal) {
    const found = bomInto(emit)
    const open: Entry[] = []
    await readXml(file, signal, {
      open(element) {
        if (element.name !== 'component' && element.name !== 'service') return
        open.push({ type: element.attribute('type') ?? null, line: element.line, fields: new Map(), external: false })
      },
      close({ name, path, text }) {
        const top = open.at(-1)
        if (!top) return
        const parent = path.at(-1) ?? ''
        if (parent === 'component' || parent === 'service') {
          if (name === 'x-trust-boundary') top.external = text === 'true'
          top.fields.set(name, text)
        } else if ((parent === 'supplier' || parent === 'provider') && name === 'name') top.fields.set(parent, text)
        else if (parent === 'endpoints' && name === 'endpoint') top.fields.set('endpoint', text)
        if (name !== 'component' && name !== 'service') return
        open.pop()
        const { type, line, fields, external } = top
        const locator = `line ${line}`
        if (name === 'service') {
          const [provider, endpoint] = [fields.get('provider'), fields.get('endpoint')]
          found.service({ name: fields.get('name') ?? '', provider, endpoint, external, locator })
        } else if (!path.includes('metadata') && !path.includes('tools')) {
          found.add({
            type,
            name: [fields.get('group'), fields.get('name')].filter(Boolean).join('/'),
            version: fields.get('version'),
            purl: fields.get('purl'),
            publisher: fields.get('publisher') ?? fields.get('supplier'),
            depth: 'unsaid',
            locator,
          })
        }
      },
    })
    found.finish()
  },
}
