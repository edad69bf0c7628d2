import type { EvidenceReader } from '../../reader.ts'
import { bomInto } from '../../software/bom.ts'
import type { Depth } from '../../software/dependencies.ts'
import { isObject, type Json, type JsonObject, listAt, objectAt, readJson, stringAt } from '../../software/read-json.ts'

/** CycloneDX bill of materials in JSON: components, images, services. */
export const cyclonedxJson: EvidenceReader = {
  id: 'cyclonedx-json',
  recognise: (head) => (/^\s*\{/.test(head.text) && /"bomFormat"\s*:\s*"CycloneDX"/.test(head.text) ? 1 : 0),
  async read(file, emit, signal) {
    const bom = await readJson(file, signal)
    const direct = directOf(bom)
    const found = bomInto(emit)
    walk(listAt(bom, 'components'), 'components', (component, locator) => {
      const ref = stringAt(component, 'bom-ref')
      const depth: Depth = direct.size === 0 || ref === undefined ? 'unsaid' : direct.has(ref) ? 'direct' : 'transitive'
      found.add({
        type: stringAt(component, 'type') ?? null,
        name: [stringAt(component, 'group'), stringAt(component, 'name')].filter(Boolean).join('/'),
        version: stringAt(component, 'version'),
        purl: stringAt(component, 'purl'),
        publisher: stringAt(component, 'publisher') ?? stringAt(component['supplier'], 'name'),
        depth,
        locator,
      })
    })
    walk(listAt(bom, 'services'), 'services', (service, locator) => {
      const endpoint = listAt(service, 'endpoints').find((address) => typeof address === 'string')
      found.service({
        name: stringAt(service, 'name') ?? '',
        provider: stringAt(service['provider'], 'name'),
        endpoint,
        external: service['x-trust-boundary'] === true,
        locator,
      })
    })
    found.finish()
  },
}

/** References of what the project itself depends on; empty when the bill doesn't say. */
function directOf(bom: JsonObject): Set<string> {
  const root = stringAt(objectAt(objectAt(bom, 'metadata'), 'component'), 'bom-ref')
  const edges = listAt(bom, 'dependencies').find((edge) => root !== undefined && stringAt(edge, 'ref') === root)
  return new Set(listAt(edges, 'dependsOn').filter((ref) => typeof ref === 'string'))
}

/** Components may hold components. */
function walk(list: Json[], place: string, visit: (component: JsonObject, locator: string) => void): void {
  const key = place
  const waiting: { list: Json[]; place: string }[] = [{ list, place }]
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    for (const [at, entry] of level.list.entries()) {
      if (!isObject(entry)) continue
      const locator = `${level.place}/${at + 1}`
      visit(entry, locator)
      const inner = listAt(entry, key)
      if (inner.length > 0 && locator.length < 1000) waiting.push({ list: inner, place: `${locator}/${key}` })
    }
  }
}
