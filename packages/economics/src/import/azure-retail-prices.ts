import { Price, type Tier } from '@nabij/base'
import { z } from 'zod'
import { counting, dayOf, type Imported, mostPrices, priceText, sameName, slug, unitOf } from './imported.ts'

const Item = z.object({
  currencyCode: z.string(),
  tierMinimumUnits: z.number().min(0).default(0),
  retailPrice: z.number().min(0),
  armRegionName: z.string().default(''),
  effectiveStartDate: z.string().default(''),
  meterId: z.string(),
  meterName: z.string(),
  productName: z.string(),
  skuName: z.string().default(''),
  serviceName: z.string().default(''),
  unitOfMeasure: z.string(),
  type: z.string().default('Consumption'),
})
type Item = z.infer<typeof Item>
export const AzureList = z.object({ Items: z.array(z.unknown()) })

/** Retail prices of Azure (prices.azure.com/api/retail/prices): what is paid by use, one price for each meter and region. */
export function azurePrices({ Items }: z.infer<typeof AzureList>, today: string): Imported {
  const { ignored, ignore } = counting()
  const groups = new Map<string, Item[]>()
  for (const found of Items) {
    const item = Item.safeParse(found)
    if (!item.success) ignore('price that cannot be read')
    else if (item.data.type !== 'Consumption') ignore(`type ${item.data.type.slice(0, 40)}`)
    else {
      const { meterId, skuName, armRegionName, currencyCode, unitOfMeasure } = item.data
      const key = [meterId, skuName, armRegionName, currencyCode, unitOfMeasure].join('\n')
      groups.set(key, [...(groups.get(key) ?? []), item.data])
    }
  }
  const prices: Price[] = []
  for (const items of groups.values()) {
    if (prices.length >= mostPrices) ignore('more prices than a list holds')
    else take(items)
  }
  return { kind: 'azure', prices, ignored }

  function take(items: Item[]): void {
    const newest = newestOf(items)
    const [first] = newest
    if (!first) return
    const measure = measureOf(first.unitOfMeasure)
    const unit = measure && unitOf(measure.word)
    if (!measure || !unit) return ignore(`unit ${first.unitOfMeasure.slice(0, 40)}`)
    const tiers = tiersOf(newest, measure.per)
    if (tiers === null) return ignore('tiers that do not join')
    const { productName, skuName, meterName, armRegionName: region, meterId, currencyCode, retailPrice } = first
    const price = Price.safeParse({
      id: slug('azure', productName, skuName, meterName, region, currencyCode, meterId.slice(0, 8)),
      provider: 'Microsoft',
      product: null,
      kind: unit.startsWith('gigabyte') ? 'storage' : 'cloud-ai',
      name: sameName([productName, skuName].filter(Boolean).join(' · ')),
      meter: meterName.slice(0, 200),
      region: region.slice(0, 60) || null,
      currency: currencyCode,
      unit,
      per: measure.per,
      tiers,
      freeTier: null,
      validFrom: dayOf(first.effectiveStartDate),
      ends: null,
      source: {
        address: 'https://prices.azure.com/api/retail/prices',
        quote: `${meterName}, ${first.unitOfMeasure}: ${retailPrice} ${currencyCode}`.slice(0, 300),
      },
      checkedOn: today,
      status: 'confirmed',
    })
    if (price.success) prices.push(price.data)
    else ignore('price that cannot be read')
  }
}

/** Of each tier the one that holds last; older ones stand in the list as well. */
function newestOf(items: readonly Item[]): Item[] {
  const byTier = new Map<number, Item>()
  for (const item of items) {
    const known = byTier.get(item.tierMinimumUnits)
    if (!known || known.effectiveStartDate < item.effectiveStartDate) byTier.set(item.tierMinimumUnits, item)
  }
  return [...byTier.values()].sort((a, b) => a.tierMinimumUnits - b.tierMinimumUnits)
}

/** `1K` is a thousand of something, `1 Hour`, `10 GB/Month`. */
function measureOf(text: string): { per: number; word: string } | null {
  const [, count = '', letter = '', word = ''] = /^(\d{1,6})\s*([KM]?)(?:\s+(.*))?$/.exec(text.trim()) ?? []
  if (count === '') return null
  return { per: Number(count) * (letter === 'K' ? 1000 : letter === 'M' ? 1_000_000 : 1), word }
}

/** Tiers begin at so many of the measure: 1,000 of `1K` is a million. */
function tiersOf(items: readonly Item[], per: number): Tier[] | null {
  if (items[0]?.tierMinimumUnits !== 0) return null
  const tiers = items.map(({ retailPrice }, n): Tier | null => {
    const price = priceText(retailPrice)
    const next = items[n + 1]
    return price === null ? null : { upTo: next ? Math.round(next.tierMinimumUnits * per) : null, price }
  })
  return tiers.every((tier) => tier !== null) ? tiers : null
}
