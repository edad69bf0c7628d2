import type { Confidence, FindingKind, Language, Origin, Service, ServiceKind } from '@nabij/base'
import { english } from './texts-en.ts'
import { dutch } from './texts-nl.ts'

/** All that a paper says, in one language. */
export interface Texts {
  title: string
  noCompany: string
  unknownOwner: string
  others(count: number): string
  sample: string
  page: string
  cost(services: number, unknown: number): string
  outside: string
  ofCrucial(outside: number, all: number): string
  crucial: string
  noneCrucial: string
  coverage(unknownOwners: number): string
  origins: Record<Origin, string>
  confidences: Record<Confidence, string>
  findingKinds: Record<FindingKind, string>
  serviceKinds: Record<ServiceKind, string>
  gapOwner(count: number): string
  gapCost(count: number): string
  gapLocation(count: number): string
  gapCrucial(count: number): string
  gapOwn(count: number): string
  own: string
  /** What the knowledge says in the place of a statement of one's own. */
  packSays(text: string): string
  method: string[]
  costFrom: Record<NonNullable<Service['cost']>['from'], string>
  figures: { cost(from: string): string; share: string; crucial: string; coverage: string }
  empty: string
  headings: {
    whatNow: string
    byCountry: string
    byParent: string
    byProcess: string
    gaps: string
    method: string
    figures: string
    annex: string
    sources: string
  }
  columns: {
    service: string
    vendor: string
    parent: string
    country: string
    cost: string
    crucial: string
    confidence: string
    evidence: string
    services: string
    readOn: string
  }
  yes: string
}

export function textsFor(language: Language): Texts {
  return language === 'nl' ? dutch : english
}
