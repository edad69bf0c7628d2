import { countryText, type Scenario, type ScenarioResult, type Service, yearlyCost } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'

type Text = { nl: string; en: string }
type Row = ScenarioResult['rows'][number]

/** What a scenario does to one service: nothing (null), or a share of its yearly cost (null: the service itself falls away). */
interface Touch {
  share: number | null
  why: Text
}

/**
 * What would change, in euro cents a year and in crucial services, over confirmed facts only. Each row can be worked out by
 * hand: yearly cost × share, rounded to the cent. A service that falls away costs nothing extra here: what its successor
 * costs nobody knows yet.
 */
export function runScenario(scenario: Scenario, services: readonly Service[], _index?: KnowledgeIndex): ScenarioResult {
  const rows: Row[] = []
  const hit: Service[] = []
  for (const service of services) {
    const touch = touchOf(scenario, service)
    if (!touch) continue
    const cost = yearlyCost(service)
    const { share, why } = touch
    const extraPerYear = share === null || cost === null ? null : Math.round(cost * share)
    hit.push(service)
    rows.push({
      serviceId: service.id,
      name: service.name,
      crucial: service.notes.crucial,
      costPerYear: cost,
      extraPerYear,
      why,
    })
  }
  rows.sort(
    (a, b) =>
      Number(b.crucial === true) - Number(a.crucial === true) ||
      Math.abs(b.extraPerYear ?? 0) - Math.abs(a.extraPerYear ?? 0) ||
      (a.serviceId < b.serviceId ? -1 : 1),
  )
  return {
    costPerYear: rows.reduce((sum, { extraPerYear }) => sum + (extraPerYear ?? 0), 0),
    hit: hit.length,
    crucialHit: hit.filter(({ notes }) => notes.crucial === true).length,
    processes: [...new Set(hit.flatMap(({ notes }) => (notes.process ? [notes.process] : [])))].sort(),
    costUnknown: hit.filter((service) => yearlyCost(service) === null).length,
    rows,
  }
}

function touchOf(scenario: Scenario, service: Service): Touch | null {
  const parent = service.vendor?.ultimateParent
  const country = parent?.status === 'confirmed' ? parent.country : null
  switch (scenario.kind) {
    case 'price-rise':
      if (scenario.share === 0 || (scenario.vendorId !== null && scenario.vendorId !== service.vendor?.id)) return null
      return {
        share: scenario.share,
        why: both(`${percent(scenario.share)} duurder`, `${percent(scenario.share)} dearer`),
      }
    case 'levy':
      if (scenario.share === 0 || country !== scenario.country) return null
      return {
        share: scenario.share,
        why: both(
          `Van ${parent?.name} (${countryText(scenario.country, 'nl')})`,
          `Of ${parent?.name} (${countryText(scenario.country, 'en')})`,
        ),
      }
    case 'exchange-rate':
      return exchangeRate(scenario.share, service, country)
    case 'transfer-basis-falls':
      return transferBasisFalls(scenario.country, service, country)
    case 'vendor-stops':
      if (scenario.vendorId !== service.vendor?.id) return null
      return { share: null, why: both(`Stopt over ${scenario.days} dagen`, `Stops in ${scenario.days} days`) }
    case 'service-retired':
      if (scenario.serviceId !== service.id) return null
      return { share: null, why: both(`Vervalt over ${scenario.days} dagen`, `Is retired in ${scenario.days} days`) }
    case 'take-over':
      if (scenario.vendorId !== service.vendor?.id || country === scenario.country) return null
      return {
        share: 0,
        why: both(
          `Land van de eigenaar: dan ${countryText(scenario.country, 'nl')}, nu ${country ? countryText(country, 'nl') : 'onbekend'}`,
          `Country of the owner: then ${countryText(scenario.country, 'en')}, now ${country ? countryText(country, 'en') : 'unknown'}`,
        ),
      }
  }
  return null
}

function exchangeRate(share: number, service: Service, country: string | null): Touch | null {
  const inDollars =
    service.findings.some(({ payment }) => payment?.currency === 'USD') || service.cost?.currency === 'USD'
  if (share === 0 || (!inDollars && country !== 'US')) return null
  return inDollars
    ? { share, why: both('Wordt in dollars betaald', 'Is paid in dollars') }
    : { share, why: both('De eigenaar rekent in dollars', 'Its owner reckons in dollars') }
}

function transferBasisFalls(to: string, service: Service, country: string | null): Touch | null {
  const { personalData } = service.notes
  if (personalData === 'none' || country !== to) return null
  return personalData === null
    ? {
        share: 0,
        why: both('Of er persoonsgegevens in staan, is onbekend', 'Whether it holds personal data is unknown'),
      }
    : { share: 0, why: both('Er staan persoonsgegevens in', 'It holds personal data') }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}

function both(nl: string, en: string): Text {
  return { nl, en }
}
