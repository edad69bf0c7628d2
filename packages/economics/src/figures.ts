import { type Amount, divided, type MoneyFigure, minorUnits, oneWhole } from '@nabij/base'
import { breakEven } from './break-even.ts'
import type { Case } from './case.ts'
import { meterFigures } from './meter-figures.ts'
import { namedSum } from './part-labels.ts'
import { type Said, say } from './say.ts'
import { statusOf } from './status-of.ts'
import { presentValue } from './worth.ts'

/** The numbers of a case, each with what it is made of. Money is in the case's own currency. */
export function figuresOf(worked: Case): MoneyFigure[] {
  const { input, model, first, here, saving, once, npv36, npv60, payBack, facts } = worked
  const { currency } = input
  const meters = meterFigures(worked)
  const figures: MoneyFigure[] = [...meters]
  const ofSide = (side: string) => meters.map(({ id }) => id).filter((id) => id.startsWith(`${side}.`))
  const running = [
    ...ofSide('lines'),
    ...meters.map(({ id }) => id).filter((id) => ['power', 'labour'].includes(id)),
    'software',
  ]
  const bought = facts.map(({ id }) => id).filter((id) => /^(hardware\.|spare|installation|migration)/.test(id))
  const priced = input.here.hardware.flatMap((item) => ('price' in item ? [`price.${item.price}`] : []))
  const rates = facts.map(({ id }) => id).filter((id) => id.startsWith('rate.'))

  money(
    'cloud',
    { nl: 'Rekening per maand die wegvalt', en: 'Bill a month that falls away' },
    first.cloud,
    ofSide('cloud'),
    (tell) => both(`${sum(worked.model.cloud.length)}${tell.money(first.cloud, currency)}`),
  )
  money('here', { nl: 'Hier doen, per maand', en: 'Doing it here, a month' }, here, running, (tell) =>
    namedSum(
      (['labour', 'power', 'software', 'lines'] as const).map((part) => [part, first[part]]),
      currency,
      tell,
    ),
  )
  money('saving', { nl: 'Besparing per maand', en: 'Saving a month' }, saving, ['cloud', 'here'], (tell) =>
    both(`${tell.money(first.cloud, currency)} − ${tell.money(here, currency)}`),
  )
  money(
    'invested',
    { nl: 'Eenmalig aan het begin', en: 'Once, at the beginning' },
    once,
    [...bought, ...priced, ...rates],
    (tell) =>
      namedSum(
        model.once.map(({ id, amount, foreign }) => [id, amount + foreign]),
        currency,
        tell,
      ),
  )
  const discounting = {
    nl: 'som van besparing(t) ÷ (1 + r)^(t/12), t in maanden',
    en: 'sum of saving(t) ÷ (1 + r)^(t/12), t in months',
  }
  const worth = (months: number, value: Amount) =>
    money(
      `npv${months}`,
      { nl: `Netto contante waarde over ${months} maanden`, en: `Net present value over ${months} months` },
      value,
      ['invested', 'saving', 'growth', 'discount', 'lifetime', 'residual'],
      (tell) => ({
        nl: `−${tell.money(once, currency)} + ${discounting.nl} = 1…${months}`,
        en: `−${tell.money(once, currency)} + ${discounting.en} = 1…${months}`,
      }),
    )
  worth(36, npv36)
  worth(60, npv60)
  figure('payBack', 'months', { nl: 'Terugverdiend na', en: 'Paid back after' }, payBack.discounted, ['npv60'], () => ({
    nl: 'eerste maand waarin de contante som nul of meer is en blijft, voordat de apparatuur op is',
    en: 'first month in which the discounted sum is nought or more and stays so, before the hardware is worn out',
  }))
  figure(
    'payBackSimple',
    'months',
    { nl: 'Terugverdiend zonder rente', en: 'Paid back without interest' },
    payBack.simple,
    ['invested', 'saving'],
    () => ({
      nl: 'eerste maand waarin besparing min aanschaf nul of meer is en blijft',
      en: 'first month in which saving less purchase is nought or more and stays so',
    }),
  )
  const spread = once > model.residual ? divided(once - model.residual, BigInt(model.lifetime)) : 0n
  perThousand(
    'cloudPerThousand',
    { nl: 'Per 1.000 beelden in de cloud', en: 'For 1,000 images in the cloud' },
    first.cloud,
    ['cloud', 'images'],
  )
  perThousand('herePerThousand', { nl: 'Per 1.000 beelden hier', en: 'For 1,000 images here' }, here + spread, [
    'here',
    'invested',
    'residual',
    'lifetime',
    'images',
  ])
  const least = breakEven(model)
  figure(
    'breakEven',
    'images',
    { nl: 'Loont vanaf, beelden per maand', en: 'Pays from, images a month' },
    least.images,
    ['images', 'npv60'],
    () =>
      least.reason === 'not-by-volume'
        ? {
            nl: 'de rekening hangt niet van het aantal beelden af',
            en: 'the bill does not depend on the number of images',
          }
        : least.reason === 'never'
          ? { nl: 'bij geen enkel aantal', en: 'at no number' }
          : {
              nl: 'minste aantal waarbij de contante waarde over de levensduur nul of meer is',
              en: 'fewest with which the present value over the lifetime is nought or more',
            },
  )
  const months = presentValue(
    Array.from({ length: model.lifetime }, () => oneWhole),
    model.discount,
  )
  const room = model.labour + (months > 0n ? divided(worthOverLife(worked) * oneWhole, months) : 0n)
  money(
    'roomForLabour',
    { nl: 'Onderhoud mag per maand hoogstens kosten', en: 'Upkeep may cost a month at most' },
    room > 0n ? room : 0n,
    ['npv60', 'lifetime', 'discount'],
    () => ({
      nl: 'het bedrag per maand waarbij de contante waarde over de levensduur precies nul is',
      en: 'the amount a month with which the present value over the lifetime is exactly nought',
    }),
  )
  return figures

  function money(id: string, label: Said, value: Amount, from: string[], formula: Parameters<typeof say>[0]): void {
    figure(id, 'money', label, minorUnits(value, currency), from, formula)
  }

  function figure(
    id: string,
    kind: MoneyFigure['kind'],
    label: Said,
    value: number | null,
    from: string[],
    formula: Parameters<typeof say>[0],
  ): void {
    const known = from.filter(
      (one) => facts.some((fact) => fact.id === one) || figures.some((other) => other.id === one),
    )
    figures.push({
      id,
      label,
      kind,
      value,
      formula: say(formula),
      from: known,
      status: statusOf(known, facts, figures),
    })
  }

  function perThousand(id: string, label: Said, monthly: Amount, from: string[]): void {
    const value = model.images === 0n ? null : minorUnits(divided(monthly * 1000n * oneWhole, model.images), currency)
    figure(id, 'money', label, value, from, (tell) =>
      value === null
        ? { nl: 'zonder beelden is er geen prijs per beeld', en: 'without images there is no price for one' }
        : both(`${tell.money(monthly, currency)} × 1000 ÷ ${tell.number(model.images)}`),
    )
  }
}

/** The net present value over the whole life of the hardware. */
function worthOverLife({ flow, model }: Case): Amount {
  const months = flow.months.slice(0, model.lifetime).map(({ cloud, here, brought }) => cloud - here + brought)
  return presentValue(months, model.discount) - flow.once
}

function both(text: string): Said {
  return { nl: text, en: text }
}

function sum(count: number): string {
  return count > 1 ? 'Σ ' : ''
}
