import type { EvidenceReader } from '../../reader.ts'
import { bomInto } from '../../software/bom.ts'
import type { Depth } from '../../software/dependencies.ts'
import { type JsonObject, listAt, readJson, stringAt } from '../../software/read-json.ts'

const depends = new Set(['DEPENDS_ON', 'CONTAINS', 'RUNTIME_DEPENDENCY_OF'])

/** SPDX 2 in JSON, and SPDX 3 in JSON-LD. */
export const spdxJson: EvidenceReader = {
  id: 'spdx-json',
  recognise(head) {
    if (!/^\s*\{/.test(head.text)) return 0
    if (/"spdxVersion"\s*:\s*"SPDX-/.test(head.text)) return 1
    return /"@context"\s*:\s*"https:\/\/spdx\.org\/rdf\/3/.test(head.text) ? 1 : 0
  },
  async read(file, emit, signal) {
    const bom = await readJson(file, signal)
    const found = bomInto(emit)
    const { own, direct } = relationsOf(bom)
    for (const [at, entry] of listAt(bom, 'packages').entries()) {
      const id = stringAt(entry, 'SPDXID') ?? ''
      const purl = listAt(entry, 'externalRefs').find((ref) => stringAt(ref, 'referenceType') === 'purl')
      const locator = `packages/${at + 1}`
      if (own.has(id)) {
        emit.ignored('own package of the project')
        continue
      }
      const depth: Depth = direct.size === 0 ? 'unsaid' : direct.has(id) ? 'direct' : 'transitive'
      found.add({
        type: stringAt(entry, 'primaryPackagePurpose')?.toLowerCase() ?? null,
        name: stringAt(entry, 'name') ?? '',
        version: stringAt(entry, 'versionInfo'),
        purl: stringAt(purl, 'referenceLocator'),
        publisher: stringAt(entry, 'supplier')?.replace(/^Organization:\s*/, ''),
        depth,
        locator,
      })
    }
    for (const [at, entry] of listAt(bom, '@graph').entries()) {
      if (stringAt(entry, 'type') !== 'software_Package') continue
      found.add({
        type: stringAt(entry, 'software_primaryPurpose')?.toLowerCase() ?? null,
        name: stringAt(entry, 'name') ?? '',
        version: stringAt(entry, 'software_packageVersion'),
        purl: stringAt(entry, 'software_packageUrl'),
        depth: 'unsaid',
        locator: `@graph/${at + 1}`,
      })
    }
    found.finish()
  },
}

/** What the document is about, and what that depends on itself. */
function relationsOf(bom: JsonObject): { own: Set<string>; direct: Set<string> } {
  const relations = listAt(bom, 'relationships')
  const described = listAt(bom, 'documentDescribes').filter((id) => typeof id === 'string')
  const own = new Set<string>(described)
  for (const relation of relations)
    if (stringAt(relation, 'relationshipType') === 'DESCRIBES') own.add(stringAt(relation, 'relatedSpdxElement') ?? '')
  const direct = new Set<string>()
  for (const relation of relations) {
    const [from = '', to = ''] = [stringAt(relation, 'spdxElementId'), stringAt(relation, 'relatedSpdxElement')]
    const type = stringAt(relation, 'relationshipType') ?? ''
    if (type === 'DEPENDENCY_OF' && own.has(to)) direct.add(from)
    else if (depends.has(type) && own.has(from)) direct.add(to)
  }
  // A document that describes every package says nothing about which is its own.
  return own.size > 5 ? { own: new Set(), direct: new Set() } : { own, direct }
}
