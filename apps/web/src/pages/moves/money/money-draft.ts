import type { MoneyInput, Price } from '@nabij/base'
import { numberIn } from '../../register/words.ts'

/** What the fields hold, as text: it stands in the address, too. Empty is "not said". */
export interface MoneyDraft {
  /** Id of a price of a cloud service; `own`: a price of one's own. */
  cloud: string
  /** Own price for 1,000 images, in euros. */
  cloudPrice: string
  images: string
  /** For each image, or a month: as its unit asks. */
  uses: string
  /** Id of a price of hardware; `own`: an amount of one's own; `none`: it is there already. */
  device: string
  devicePrice: string
  count: string
  installation: string
  migration: string
  hours: string
  perHour: string
  watts: string
  kwh: string
  dollar: string
  /** Percent a year. */
  discount: string
  growth: string
  lifetime: string
  spare: string
  software: string
}

export const emptyDraft: MoneyDraft = {
  cloud: '',
  cloudPrice: '',
  images: '',
  uses: '',
  device: 'none',
  devicePrice: '',
  count: '1',
  installation: '',
  migration: '',
  hours: '',
  perHour: '',
  watts: '',
  kwh: '',
  dollar: '',
  discount: '8',
  growth: '0',
  lifetime: '60',
  spare: '0',
  software: '',
}

/** What is still to be filled in before anything can be worked out; labour is not among it: that is asked in the answer. */
export type Wanting = 'cloud' | 'cloudPrice' | 'images' | 'uses' | 'devicePrice' | 'dollar'

export function wantingIn(draft: MoneyDraft, prices: Price[]): Wanting[] {
  const cloud = prices.find(({ id }) => id === draft.cloud)
  const needs: [Wanting, boolean][] = [
    ['cloud', draft.cloud !== 'own' && !cloud],
    ['cloudPrice', draft.cloud === 'own' && numberIn(draft.cloudPrice) === null],
    ['images', numberIn(draft.images) === null],
    ['uses', cloud !== undefined && asksUses(cloud) && numberIn(draft.uses) === null],
    ['devicePrice', draft.device === 'own' && numberIn(draft.devicePrice) === null],
    ['dollar', usesDollars(draft, prices) && !((numberIn(draft.dollar) ?? 0) > 0)],
  ]
  return needs.flatMap(([name, missing]) => (missing ? [name] : []))
}

/** Whether some price that was chosen is in dollars: then a rate is needed, and nobody makes one up. */
export function usesDollars(draft: MoneyDraft, prices: Price[]): boolean {
  return prices.some(({ id, currency }) => currency === 'USD' && (id === draft.cloud || id === draft.device))
}

/** Whether a price counts something else than images. */
export function asksUses({ unit }: Pick<Price, 'unit'>): boolean {
  return !['image', 'page', 'transaction', 'request'].includes(unit)
}

/** Whether the bill runs by the clock, whatever the number of images. */
export function runsByTheClock({ unit }: Pick<Price, 'unit'>): boolean {
  return unit === 'hour' || unit === 'month'
}

/**
 * As the box wants it; call it only when nothing is wanting.
 * @param today YYYY-MM-DD
 * @param said what a number of one's own is called where its source would stand
 */
export function inputOf(draft: MoneyDraft, prices: Price[], today: string, said: string): MoneyInput {
  const cloud = prices.find(({ id }) => id === draft.cloud)
  const power = prices.find(({ kind, tiers }) => kind === 'electricity' && tiers !== null)
  const ownKwh = draft.kwh !== '' && draft.kwh !== power?.tiers?.[0]?.price
  const [hours, perHour, watts] = [numberIn(draft.hours), numberIn(draft.perHour), numberIn(draft.watts)]
  const kwhPrice = ownKwh || !power ? 'own-kwh' : power.id
  const uses = decimal(draft.uses)
  const extra = [
    ...(cloud ? [] : [ownPrice('own-cloud', 'cloud-ai', 'image', 1000, decimal(draft.cloudPrice), { today, said })]),
    ...(kwhPrice === 'own-kwh' && draft.kwh !== ''
      ? [ownPrice('own-kwh', 'electricity', 'kilowatt-hour', 1, decimal(draft.kwh), { today, said })]
      : []),
  ]
  return {
    start: today,
    currency: 'EUR',
    rates: usesDollars(draft, prices)
      ? [{ currency: 'USD', worth: decimal(draft.dollar), on: today, source: said }]
      : [],
    imagesPerMonth: Math.round(numberIn(draft.images) ?? 0),
    growth: share(draft.growth),
    cloud: [
      {
        price: cloud?.id ?? 'own-cloud',
        use: cloud && runsByTheClock(cloud) ? { perMonth: uses } : { perImage: cloud && asksUses(cloud) ? uses : '1' },
        failed: '0',
        failedBilled: false,
      },
    ],
    cloudEnds: null,
    here: {
      hardware: hardwareOf(draft, said),
      spare: share(draft.spare),
      installation: decimal(draft.installation),
      migration: decimal(draft.migration),
      labour:
        hours === null || perHour === null
          ? null
          : { hoursPerMonth: decimal(draft.hours), perHour: decimal(draft.perHour) },
      power:
        watts === null || (kwhPrice === 'own-kwh' && draft.kwh === '')
          ? null
          : { watts: decimal(draft.watts), how: 'stated', hoursPerMonth: '730', price: kwhPrice },
      software: decimal(draft.software),
      lines: [],
      lifetime: Math.max(1, Math.round(numberIn(draft.lifetime) ?? 60)),
      residual: '0',
    },
    discount: share(draft.discount),
    prices: extra,
    ranges: {},
    seed: 1,
    draws: 1000,
  }
}

function hardwareOf({ device, devicePrice, count }: MoneyDraft, said: string): MoneyInput['here']['hardware'] {
  if (device === 'none') return []
  if (device === 'own') return [{ name: said, amount: decimal(devicePrice), currency: 'EUR' }]
  return [{ price: device, count: Math.max(1, Math.round(numberIn(count) ?? 1)) }]
}

/** Nobody looked it up: it is marked so wherever it is used. */
function ownPrice(
  id: string,
  kind: Price['kind'],
  unit: Price['unit'],
  per: number,
  price: string,
  by: { today: string; said: string },
): Price {
  return {
    id,
    provider: by.said,
    product: null,
    kind,
    name:
      kind === 'electricity'
        ? { nl: 'Stroom, eigen opgave', en: 'Electricity, your own figure' }
        : { nl: 'Clouddienst, eigen opgave', en: 'Cloud service, your own figure' },
    meter: unit,
    region: null,
    currency: 'EUR',
    unit,
    per,
    tiers: [{ upTo: null, price }],
    freeTier: null,
    validFrom: null,
    ends: null,
    source: null,
    checkedOn: by.today,
    status: 'unconfirmed',
  }
}

/** An exact decimal as the box takes it: what is typed is never passed on as a rounded number. */
function decimal(text: string): string {
  const plain = /^(\d{1,12})(?:\.(\d{1,12})\d*)?$/.exec(text.trim())
  return plain ? (plain[2] === undefined ? (plain[1] ?? '0') : `${plain[1]}.${plain[2]}`) : '0'
}

/** Percent as a share of one, by moving the point: 8 → 0.08. */
function share(percent: string): string {
  const [whole = '0', part = ''] = decimal(percent).split('.')
  const digits = whole.padStart(3, '0')
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`.replace(/^0+(?=\d)/, '').slice(0, 14)
  return Number(text) > 1 ? '1' : text
}
