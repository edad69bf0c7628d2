import { Price, type Tier } from '@nabij/base'
import { z } from 'zod'
import { counting, dayOf, type Imported, mostPrices, priceText, sameName, slug, unitOf } from './imported.ts'

const Dimension = z.object({
  unit: z.string(),
  beginRange: z.string().default('0'),
  endRange: z.string().default('Inf'),
  description: z.string().default(''),
  pricePerUnit: z.record(z.string(), z.string()),
})
const Term = z.object({ effectiveDate: z.string().optional(), priceDimensions: z.record(z.string(), z.unknown()) })
const Product = z.object({
  sku: z.string(),
  productFamily: z.string().optional(),
  attributes: z.record(z.string(), z.unknown()).default({}),
})
export const AwsList = z.object({
  offerCode: z.string(),
  version: z.string().optional(),
  publicationDate: z.string(),
  products: z.record(z.string(), z.unknown()),
  terms: z.object({ OnDemand: z.record(z.string(), z.record(z.string(), z.unknown())).default({}) }),
})

/** A price list of AWS (offers/v1.0/aws/…/index.json): what is paid on demand, one price for each product. */
export function awsPrices(list: z.infer<typeof AwsList>): Imported {
  const { ignored, ignore } = counting()
  const prices: Price[] = []
  for (const [sku, found] of Object.entries(list.products)) {
    const product = Product.safeParse(found)
    const term = Term.safeParse(Object.values(list.terms.OnDemand[sku] ?? {})[0])
    if (!product.success || !term.success) ignore('product without a price on demand')
    else if (prices.length >= mostPrices) ignore('more prices than a list holds')
    else take(product.data, term.data)
  }
  return { kind: 'aws', prices, ignored }

  function take({ sku, productFamily, attributes }: z.infer<typeof Product>, term: z.infer<typeof Term>): void {
    const steps = Object.values(term.priceDimensions).map((each) => Dimension.safeParse(each))
    const dimensions = steps.flatMap((step) => (step.success ? [step.data] : []))
    const [first] = dimensions
    if (!first || dimensions.length < steps.length) return ignore('price that cannot be read')
    const unit = unitOf(first.unit)
    if (unit === null) return ignore(`unit ${first.unit.slice(0, 40)}`)
    const [currency] = Object.keys(first.pricePerUnit)
    const tiers = tiersOf(dimensions, currency ?? '')
    if (tiers === null) return ignore('tiers that do not join')
    const text = (name: string) => (typeof attributes[name] === 'string' ? attributes[name] : null)
    const region = text('regionCode') ?? text('location')
    const name = [list.offerCode, text('group') ?? text('usagetype') ?? productFamily, text('operation')].filter(
      Boolean,
    )
    const price = Price.safeParse({
      id: slug('aws', list.offerCode, text('usagetype') ?? productFamily, text('operation'), sku.slice(0, 8)),
      provider: 'Amazon Web Services',
      product: null,
      kind: unit.startsWith('gigabyte') ? 'storage' : 'cloud-ai',
      name: sameName(name.join(' · ')),
      meter: (text('usagetype') ?? first.unit).slice(0, 200),
      region: region?.slice(0, 60) ?? null,
      currency,
      unit,
      per: 1,
      tiers,
      freeTier: null,
      validFrom: dayOf(term.effectiveDate),
      ends: null,
      source: {
        address: `AWS price list ${list.offerCode}${list.version ? ` ${list.version}` : ''}`.slice(0, 500),
        quote: first.description.slice(0, 300) || first.unit,
      },
      checkedOn: dayOf(list.publicationDate),
      status: 'confirmed',
    })
    if (price.success) prices.push(price.data)
    else ignore('price that cannot be read')
  }
}

/** Each tier from where the one before ended; null when they overlap or leave a gap. */
function tiersOf(dimensions: readonly z.infer<typeof Dimension>[], currency: string): Tier[] | null {
  const rows = dimensions.toSorted((a, b) => Number(a.beginRange) - Number(b.beginRange))
  let from = 0
  const tiers: Tier[] = []
  for (const { beginRange, endRange, pricePerUnit } of rows) {
    const price = priceText(pricePerUnit[currency])
    const upTo = endRange === 'Inf' ? null : Number(endRange)
    if (price === null || Number(beginRange) !== from || Number.isNaN(upTo)) return null
    tiers.push({ upTo, price })
    from = upTo ?? Number.POSITIVE_INFINITY
  }
  return tiers
}
