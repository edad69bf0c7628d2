import {
  type Amount,
  type MeterLine,
  type MoneyInput,
  multiplied,
  NabijError,
  oneWhole,
  type Price,
  type PriceUnit,
  type Stated,
} from '@nabij/base'
import { meterCost } from './meter-cost.ts'
import type { Metered, Model, Once } from './model.ts'
import { quantity } from './quantity.ts'

/** Finds a price by its id. */
export type Book = (id: string) => Price

/**
 * The prices that a case may use: those of the book, and those that were sent along.
 * @throws NabijError NABIJ_PRICE_TWICE; the book itself throws NABIJ_PRICE_UNKNOWN, NABIJ_PRICE_NOT_YET
 */
export function bookOf({ prices, start }: Pick<MoneyInput, 'prices' | 'start'>, shared: readonly Price[]): Book {
  const byId = new Map<string, Price>()
  for (const price of [...shared, ...prices]) {
    if (byId.has(price.id)) throw new NabijError('NABIJ_PRICE_TWICE', { id: price.id })
    byId.set(price.id, price)
  }
  return (id) => {
    const price = byId.get(id)
    if (!price) throw new NabijError('NABIJ_PRICE_UNKNOWN', { id: id.slice(0, 160) })
    // A month or a year is over on its first day at the earliest: what the source does not say is not held against it.
    const from = price.validFrom
    if (from !== null && from > start.slice(0, from.length))
      throw new NabijError('NABIJ_PRICE_NOT_YET', { id, from, start })
    return price
  }
}

/** Everything of an input looked up and made exact. @throws NabijError NABIJ_PRICE_…, NABIJ_CURRENCY_MIX */
export function modelOf(input: MoneyInput, book: Book): Model {
  const { here, currency } = input
  const worth = worthIn(input)
  const metered = (where: string) => (line: MeterLine, n: number) => meteredOf(line, `${where}.${n}`)
  const lines = here.lines.map(metered('lines'))
  const hardware = here.hardware.map(boughtOf)
  const spare = quantity(here.spare, 'here.spare')
  const setUps = lines.map(({ price }) => amountsIn(price.currency, quantity(price.setUp ?? '0', price.id)))
  return {
    images: quantity(input.imagesPerMonth, 'imagesPerMonth'),
    growth: quantity(input.growth, 'growth'),
    cloud: input.cloud.map(metered('cloud')),
    lines,
    power: here.power ? powerOf(here.power) : null,
    labour: here.labour
      ? multiplied(quantity(here.labour.hoursPerMonth, 'here.labour'), quantity(here.labour.perHour, 'here.labour'))
      : 0n,
    software: quantity(here.software, 'here.software'),
    once: [
      total('hardware', hardware),
      total(
        'spare',
        hardware.map(({ amount, foreign }) => ({
          amount: multiplied(amount, spare),
          foreign: multiplied(foreign, spare),
        })),
      ),
      total('set-up', setUps),
      total('installation', [{ amount: quantity(here.installation, 'here.installation'), foreign: 0n }]),
      total('migration', [{ amount: quantity(here.migration, 'here.migration'), foreign: 0n }]),
    ],
    residual: quantity(here.residual, 'here.residual'),
    lifetime: here.lifetime,
    discount: quantity(input.discount, 'discount'),
  }

  function meteredOf({ price: id, use, failed, failedBilled }: MeterLine, name: string): Metered {
    const price = book(id)
    if (price.kind === 'hardware') throw unitError(price, 'image')
    const perImage = 'perImage' in use ? quantity(use.perImage, `${name}.use`) : null
    const least = BigInt(price.leastPerCall ?? 0) * oneWhole
    return {
      id: name,
      price,
      perImage: perImage !== null && perImage > 0n && perImage < least ? least : perImage,
      perMonth: 'perMonth' in use ? quantity(use.perMonth, `${name}.use`) : 0n,
      billed: failedBilled ? oneWhole : oneWhole - quantity(failed, `${name}.failed`),
      worth: worth(price.currency),
      foreign: price.currency !== currency,
    }
  }

  function powerOf({ watts, hoursPerMonth, price: id }: NonNullable<MoneyInput['here']['power']>): Metered {
    const price = book(id)
    if (price.unit !== 'kilowatt-hour') throw unitError(price, 'kilowatt-hour')
    const wattHours = multiplied(
      quantity(watts, 'here.power.watts'),
      quantity(hoursPerMonth, 'here.power.hoursPerMonth'),
    )
    return {
      id: 'power',
      price,
      perImage: null,
      perMonth: wattHours / 1000n,
      billed: oneWhole,
      worth: worth(price.currency),
      foreign: price.currency !== currency,
    }
  }

  function boughtOf(item: MoneyInput['here']['hardware'][number]): Bought {
    if (!('price' in item)) return stated(item)
    const price = book(item.price)
    if (price.unit !== 'piece') throw unitError(price, 'piece')
    return amountsIn(price.currency, meterCost(price, BigInt(item.count) * oneWhole).amount)
  }

  function stated({ name, amount, currency: its }: Stated): Bought {
    return amountsIn(its, quantity(amount, name))
  }

  /** An amount of its own currency in that of the case. */
  function amountsIn(its: string, amount: Amount): Bought {
    const here = multiplied(amount, worth(its))
    return its === currency ? { amount: here, foreign: 0n } : { amount: 0n, foreign: here }
  }
}

interface Bought {
  amount: Amount
  foreign: Amount
}

function total(id: Once['id'], all: readonly Bought[]): Once {
  const sum = (which: keyof Bought) => all.reduce((so, each) => so + each[which], 0n)
  return { id, amount: sum('amount'), foreign: sum('foreign') }
}

/** What a unit of a currency is worth in that of the case. A rate is given by a person, and never made up. */
function worthIn({ currency, rates }: MoneyInput): (its: string) => Amount {
  return (its) => {
    if (its === currency) return oneWhole
    const rate = rates.find((each) => each.currency === its)
    const worth = rate ? quantity(rate.worth, `rates.${its}`) : 0n
    if (worth === 0n) throw new NabijError('NABIJ_CURRENCY_MIX', { found: its, currency })
    return worth
  }
}

function unitError({ id, unit }: Price, expected: PriceUnit): NabijError {
  return new NabijError('NABIJ_PRICE_UNIT', { id, unit, expected })
}
