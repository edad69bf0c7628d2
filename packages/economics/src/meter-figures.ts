import { type Amount, type MoneyFigure, minorUnits, multiplied, oneWhole } from '@nabij/base'
import type { Case } from './case.ts'
import { unitsOf } from './cash-flow.ts'
import { meterCost } from './meter-cost.ts'
import type { Metered } from './model.ts'
import { quantity } from './quantity.ts'
import { type Said, say } from './say.ts'
import { statusOf } from './status-of.ts'

/** What each meter, power and people cost in the first month, with the whole sum written out. */
export function meterFigures({ model, input, facts }: Case): MoneyFigure[] {
  const { currency } = input
  const power = model.power
    ? [metered(model.power, { nl: 'Stroom per maand', en: 'Power a month' }, ['power.watts', 'power.hours'])]
    : []
  return [
    ...model.cloud.map((meter) => ofMeter(meter)),
    ...model.lines.map((meter) => ofMeter(meter)),
    ...power,
    ...labour(),
  ]

  function ofMeter(meter: Metered): MoneyFigure {
    const from = [`use.${meter.id}`, `failed.${meter.id}`, ...(meter.perImage === null ? [] : ['images'])]
    return metered(meter, meter.price.name, from)
  }

  function metered(meter: Metered, label: Said, from: string[]): MoneyFigure {
    const { price, worth, foreign } = meter
    const { amount, steps } = meterCost(price, unitsOf(meter, model.images))
    const here = multiplied(amount, worth)
    const all = [...from, `price.${price.id}`, ...(foreign ? [`rate.${price.currency}`] : [])]
    return figure(meter.id, label, here, all, (tell) => {
      const parts = steps.map(
        ({ units, price: each }) =>
          `${tell.number(units)} × ${tell.number(exact(each))}${price.per === 1 ? '' : ` ÷ ${tell.number(BigInt(price.per) * oneWhole)}`}`,
      )
      const own = `${parts.join(' + ') || '0'} = ${tell.money(amount, price.currency)}`
      const text = foreign ? `${own}; × ${tell.number(worth)} = ${tell.money(here, currency)}` : own
      return { nl: text, en: text }
    })
  }

  function labour(): MoneyFigure[] {
    const asked = input.here.labour
    if (!asked) return []
    return [
      figure(
        'labour',
        { nl: 'Onderhoud per maand', en: 'Upkeep a month' },
        model.labour,
        ['labour.hours', 'labour.rate'],
        (tell) => {
          const text = `${tell.number(exact(asked.hoursPerMonth))} × ${tell.money(exact(asked.perHour), currency)}`
          return { nl: text, en: text }
        },
      ),
    ]
  }

  function figure(
    id: string,
    label: Said,
    amount: Amount,
    from: string[],
    formula: Parameters<typeof say>[0],
  ): MoneyFigure {
    const known = from.filter((one) => facts.some((fact) => fact.id === one))
    return {
      id,
      label,
      kind: 'money',
      value: minorUnits(amount, currency),
      formula: say(formula),
      from: known,
      status: statusOf(known, facts, []),
    }
  }
}

function exact(text: string): Amount {
  return quantity(text, 'price')
}
