import { type RegisterSummary, type Service, yearlyCost } from '@nabij/base'

/** The figures of the first screen. */
export function summarise(services: readonly Service[]): RegisterSummary {
  const of = (origin: Service['origin']) => services.filter((service) => service.origin === origin)
  const crucial = services.filter(({ notes }) => notes.crucial === true)
  const known = services.filter(
    ({ vendor }) => vendor?.countryStatus === 'confirmed' && vendor.ultimateParent?.status === 'confirmed',
  )
  return {
    services: services.length,
    costPerYear: sumCost(services),
    costUnknown: services.filter((service) => yearlyCost(service) === null).length,
    outside: of('outside').length,
    outsideCost: sumCost(of('outside')),
    europe: of('europe').length,
    europeCost: sumCost(of('europe')),
    unknownOwner: of('unknown').length,
    unknownCost: sumCost(of('unknown')),
    crucial: crucial.length,
    crucialOutside: crucial.filter(({ origin }) => origin === 'outside').length,
    coverage: services.length > 0 ? known.length / services.length : null,
  }
}

export function sumCost(services: readonly Service[]): number {
  return services.reduce((sum, service) => sum + (yearlyCost(service) ?? 0), 0)
}
