import {
  type Confidence,
  type Europe,
  type Finding,
  type Service,
  ServiceNotes,
  type ServiceVendor,
  type Vendor,
} from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { assess } from '../assess/assess.ts'
import { originOf } from '../assess/europe.ts'
import { costOf } from './cost.ts'
import type { Group } from './group.ts'

const order: readonly Confidence[] = ['possible', 'likely', 'confirmed']

/** One row of the register out of all findings about it. */
export function makeService(
  { id, findings, behind, folded }: Group,
  notes: ServiceNotes | undefined,
  index: KnowledgeIndex,
  europe: Europe,
): Service {
  const product = index.product(id)?.product ?? null
  const first = findings[0]
  const vendor = vendorOf(id, first, index)
  const said = notes ?? ServiceNotes.parse({})
  const service: Service = {
    id,
    name: product?.name ?? vendor?.name ?? first?.name ?? id,
    kind: product?.kind ?? 'other',
    domain: product?.signatures.domains[0] ?? vendor?.domains[0] ?? first?.domain ?? null,
    vendor: vendor && shownVendor(vendor, index),
    confidence: confidenceOf(findings),
    origin: 'unknown',
    findings: [...findings, ...behind],
    ...costOf(findings, said),
    notes: said,
    exposures: [],
    dataLocations: locationsOf(findings, said),
    merged: mergedBecause(findings, folded, vendor),
  }
  service.origin = originOf(service.vendor, europe)
  service.exposures = assess(service, index, europe).exposures.map((exposed) => ({
    ...exposed,
    because: exposed.because.en,
  }))
  return service
}

/** Two kinds of evidence that are each at least likely, or one that is confirmed by itself; else the best. */
export function confidenceOf(findings: readonly Finding[]): Confidence {
  const best = Math.max(0, ...findings.map(({ confidence }) => order.indexOf(confidence)))
  const kinds = new Set(findings.filter(({ confidence }) => confidence !== 'possible').map(({ kind }) => kind))
  return kinds.size >= 2 ? 'confirmed' : (order[best] ?? 'possible')
}

function vendorOf(id: string, first: Finding | undefined, index: KnowledgeIndex): Vendor | null {
  const vendorId = first?.vendorId ?? null
  return index.product(id)?.vendor ?? (vendorId ? index.vendor(vendorId) : null)
}

function shownVendor(vendor: Vendor, index: KnowledgeIndex): ServiceVendor {
  const own = index.own(vendor.id)
  const { value, status, source } = vendor.ultimateParent
  return {
    id: vendor.id,
    name: vendor.name,
    country: vendor.country.value,
    countryStatus: vendor.country.status,
    ultimateParent: value && { ...value, source, status },
    ...(own ? { own } : {}),
  }
}

function locationsOf(findings: readonly Finding[], { dataLocation }: ServiceNotes): string[] {
  const found = findings.flatMap(({ location }) => (location ? [location] : []))
  return [...new Set([...found, ...(dataLocation ? [dataLocation] : [])])].sort()
}

function mergedBecause(
  findings: readonly Finding[],
  { only, samePayee }: Group['folded'],
  vendor: Vendor | null,
): string[] {
  if (findings.length < 2) return []
  const reasons = new Set(findings.map(({ kind, why }) => `${kind}: ${why}`))
  const whose = vendor?.name ?? 'this vendor'
  if (only > 0) reasons.add(`only service of ${whose} that was found: ${only}`)
  if (samePayee > 0) reasons.add(`same payee of ${whose} as what is paid for this: ${samePayee}`)
  return [...reasons].sort()
}
