import { type KnowledgePack, type Price, tierFault } from '@nabij/base'

/** What is wrong with one price of a pack. A price of later may stand in it; that somebody read it later may not. */
export function priceFaults(price: Price, { made, vendors }: Pick<KnowledgePack, 'made' | 'vendors'>): string[] {
  const { id, tiers, status, source, checkedOn, product, unit, kind, validFrom, ends } = price
  const faults: string[] = []
  const fault = (what: string) => faults.push(`price ${id}: ${what}`)
  if (status === 'unknown' && tiers !== null) fault('an amount that is unknown')
  if (status !== 'unknown' && tiers === null) fault(`${status}, but without an amount`)
  if ((status === 'confirmed' || status === 'reported') && source === null) fault(`${status}, but without a source`)
  if (status === 'confirmed' && source && !source.quote) fault('confirmed, but without the words it rests on')
  if (source?.address.startsWith('dataset:') && !source.licence) fault('a data set without its licence')
  if (checkedOn > made) fault(`read on ${checkedOn}, after the pack was made`)
  if (validFrom !== null && ends !== null && validFrom > ends) fault(`begins on ${validFrom} and ends on ${ends}`)
  if ((kind === 'hardware') !== (unit === 'piece')) fault(`${kind} by the ${unit}`)
  if ((kind === 'electricity') !== (unit === 'kilowatt-hour')) fault(`${kind} by the ${unit}`)
  const wrong = tiers && tierFault(tiers)
  if (wrong) fault(wrong)
  if (product !== null && !vendors.some(({ products }) => products.some((known) => known.id === product)))
    fault(`of ${product}, which is not known`)
  return faults
}
