import type { Chip, ChipFact, KnowledgePack } from '@nabij/base'

type Rests = Pick<ChipFact, 'status' | 'source' | 'checkedOn'>

/** What is wrong with one chip of a pack: each thing that is told of it must rest on something. */
export function chipFaults(chip: Chip, { made, prices }: Pick<KnowledgePack, 'made' | 'prices'>): string[] {
  const { id, country, watts, memory, precision, opsets, batch, openSizes, operators, others } = chip
  const told = { country, watts, memory, precision, opsets, batch, openSizes, operators, others }
  const known = new Set(prices.map((price) => price.id))
  const names = (operators.value ?? []).map(({ operator }) => operator)
  return [
    ...Object.entries(told).flatMap(([field, each]) => toldFaults(`chip ${id}.${field}`, each, each.value, made)),
    ...chip.speeds.flatMap((speed) => toldFaults(`chip ${id}, speed of ${speed.model}`, speed, speed, made)),
    ...chip.remarks.flatMap((remark, n) => toldFaults(`chip ${id}, remark ${n + 1}`, remark, remark, made)),
    ...chip.prices
      .filter((price) => !known.has(price))
      .map((price) => `chip ${id}: costs ${price}, which is not known`),
    ...names.filter((name, n) => names.indexOf(name) !== n).map((name) => `chip ${id}: ${name} is listed twice`),
    ...(watts.value && watts.value.low > watts.value.high ? [`chip ${id}: draws more at rest than at work`] : []),
  ]
}

export function chipFactFaults(fact: ChipFact, { made }: Pick<KnowledgePack, 'made'>): string[] {
  const { id, date } = fact
  return [
    ...toldFaults(`fact ${id}`, fact, fact, made),
    ...(date !== null && date > made && fact.kind !== 'announced'
      ? [`fact ${id}: of ${date}, and only announced then`]
      : []),
  ]
}

function toldFaults(where: string, { status, source, checkedOn }: Rests, value: unknown, made: string): string[] {
  const faults: string[] = []
  if (status === 'unknown' && value !== null) faults.push(`${where}: a value that is unknown`)
  if (status !== 'unknown' && value === null) faults.push(`${where}: ${status}, but without a value`)
  if ((status === 'confirmed' || status === 'reported') && source === null)
    faults.push(`${where}: ${status}, but without a source`)
  if (status === 'confirmed' && source && !source.quote)
    faults.push(`${where}: confirmed, but without the words it rests on`)
  if (checkedOn > made) faults.push(`${where}: read on ${checkedOn}, after the pack was made`)
  return faults
}
