import { dataParts, sha256 } from './data-parts.ts'
import type { Part } from './shipped-parts.ts'

/** sbom.cdx.json: nabij's own parts as a CycloneDX 1.6 document. It names no time, so that the same parts give the same bytes. */
export function sbom(root: string, version: string, parts: readonly Part[]): string {
  const references = new Map(parts.map((part) => [part.place, referenceTo(part)]))
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': 'nabij',
        name: 'nabij',
        version,
        licenses: [{ expression: 'EUPL-1.2' }],
      },
    },
    components: [
      ...parts.map((part) => ({
        type: 'library',
        'bom-ref': referenceTo(part),
        name: part.name,
        version: part.version,
        purl: purlOf(part),
        scope: part.optional ? 'optional' : 'required',
        licenses: [{ expression: part.license }],
        hashes: [{ alg: 'SHA-512', content: part.checksum }],
      })),
      ...dataParts.map((part) => {
        const checksum = part.file === null ? null : sha256(root, part.file)
        return {
          type: part.type,
          'bom-ref': part.name,
          name: part.name,
          version: part.version,
          licenses: [{ expression: part.license }],
          copyright: part.credit,
          externalReferences: [{ type: 'distribution', url: part.origin }],
          ...(checksum === null ? {} : { hashes: [{ alg: 'SHA-256', content: checksum }] }),
        }
      }),
    ],
    dependencies: parts.map((part) => ({
      ref: referenceTo(part),
      dependsOn: part.needs.map((place) => references.get(place)).filter((reference) => reference !== undefined),
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** The place tells two copies of one version apart. */
function referenceTo(part: Part): string {
  return part.place === `node_modules/${part.name}` ? purlOf(part) : `${purlOf(part)}#${part.place}`
}

function purlOf({ name, version }: Part): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}
