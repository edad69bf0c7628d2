import type { Service } from '@nabij/base'

export interface SaasBomInput {
  company: string | null
  services: Service[]
  /** Epoch milliseconds. */
  now: number
  /** UUID of this document. */
  serial: string
  version: string
}

/**
 * CycloneDX 1.6 SaaSBOM: each service with its vendor as provider; ultimate parent, cost and confidence as properties in
 * the name space `nabij:`. Libraries are components.
 */
export function saasBom({ company, services, now, serial, version }: SaasBomInput): object {
  const libraries = services.filter(({ kind }) => kind === 'library')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: {
      timestamp: new Date(now).toISOString(),
      tools: { components: [{ type: 'application', name: 'nabij', version }] },
      ...(company ? { component: { type: 'application', name: company, 'bom-ref': 'company' } } : {}),
    },
    components: libraries.map((service) => ({
      type: 'library',
      'bom-ref': service.id,
      name: service.name,
      ...supplierOf(service, 'supplier'),
      properties: propertiesOf(service),
    })),
    services: services
      .filter(({ kind }) => kind !== 'library')
      .map((service) => ({
        'bom-ref': service.id,
        name: service.name,
        ...supplierOf(service, 'provider'),
        ...(service.domain ? { endpoints: [`https://${service.domain}`] } : {}),
        'x-trust-boundary': true,
        properties: propertiesOf(service),
      })),
  }
}

function supplierOf({ vendor }: Service, as: 'supplier' | 'provider'): object {
  if (!vendor) return {}
  const address = vendor.country ? { address: { country: vendor.country } } : {}
  return { [as]: { name: vendor.name, ...address } }
}

function propertiesOf({ vendor, confidence, origin, cost, notes, findings }: Service) {
  const parent = vendor?.ultimateParent
  const values: Record<string, string | undefined> = {
    confidence,
    origin,
    ultimateParent: parent?.name,
    ultimateParentCountry: parent?.country ?? undefined,
    ultimateParentStatus: parent?.status,
    ultimateParentSource: parent?.source?.own ? 'own statement' : undefined,
    knowledgeSaysParent: parent?.source?.own ? (vendor?.own?.pack.ultimateParent.value?.name ?? 'unknown') : undefined,
    control: parent?.control,
    costPerYearMinor: cost ? String(cost.amountMinor) : undefined,
    currency: cost?.currency,
    crucial: notes.crucial === null ? undefined : String(notes.crucial),
    findings: String(findings.length),
  }
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: `nabij:${name}`, value }],
  )
}
