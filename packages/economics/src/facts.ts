import type { MoneyFact, MoneyInput, Price } from '@nabij/base'
import type { Book } from './model-of.ts'
import { quantity } from './quantity.ts'
import type { Said } from './say.ts'

type Own = Pick<MoneyFact, 'id' | 'label' | 'value' | 'unit'> & { usual?: string; source?: string; on?: string }

/** Everything that a case rests on, one by one, with where it comes from and how old it is. */
export function factsOf(input: MoneyInput, book: Book): MoneyFact[] {
  const { start, here, currency } = input
  const facts = [
    own({
      id: 'images',
      label: words('Beelden per maand', 'Images a month'),
      value: String(input.imagesPerMonth),
      unit: 'image',
    }),
    own({
      id: 'growth',
      label: words('Groei per jaar', 'Growth a year'),
      value: input.growth,
      unit: 'share',
      usual: '0',
    }),
    own({
      id: 'discount',
      label: words('Wat geld per jaar kost', 'What money costs a year'),
      value: input.discount,
      unit: 'share',
      usual: '0.08',
    }),
    own({
      id: 'lifetime',
      label: words('Levensduur van de apparatuur', 'Life of the hardware'),
      value: String(here.lifetime),
      unit: 'month',
      usual: '60',
    }),
    ...input.rates.map(({ currency: its, worth, on, source }) =>
      own({
        id: `rate.${its}`,
        label: words(`Wisselkoers van ${its}`, `Rate of ${its}`),
        value: worth,
        unit: `${currency}/${its}`,
        source,
        on,
      }),
    ),
    ...uses('cloud', input.cloud),
    ...uses('lines', here.lines),
    ...here.hardware.flatMap((item, n) =>
      'price' in item
        ? [own({ id: `hardware.${n}`, label: words('Aantal', 'Number'), value: String(item.count), unit: 'piece' })]
        : [
            own({
              id: `hardware.${n}`,
              label: words(item.name, item.name),
              value: item.amount,
              unit: item.currency,
              ...(item.source ? { source: item.source } : {}),
            }),
          ],
    ),
    own({
      id: 'spare',
      label: words('Deel dat als reserve wordt gekocht', 'Share that is bought as spare'),
      value: here.spare,
      unit: 'share',
      usual: '0',
    }),
    own({
      id: 'installation',
      label: words('Aanleg', 'Installation'),
      value: here.installation,
      unit: currency,
      usual: '0',
    }),
    own({
      id: 'migration',
      label: words('Overzetten en bewijzen dat het even goed is', 'Moving over, and proving that it is as good'),
      value: here.migration,
      unit: currency,
      usual: '0',
    }),
    ...(here.labour
      ? [
          own({
            id: 'labour.hours',
            label: words('Onderhoud per maand', 'Upkeep a month'),
            value: here.labour.hoursPerMonth,
            unit: 'hour',
          }),
          own({
            id: 'labour.rate',
            label: words('Wat een uur werk kost', 'What an hour of work costs'),
            value: here.labour.perHour,
            unit: `${currency}/hour`,
          }),
        ]
      : []),
    ...(here.power
      ? [
          own({
            id: 'power.watts',
            label:
              here.power.how === 'measured'
                ? words('Gemeten vermogen', 'Measured power')
                : words('Opgegeven vermogen', 'Stated power'),
            value: here.power.watts,
            unit: 'watt',
          }),
          own({
            id: 'power.hours',
            label: words('Uren aan per maand', 'Hours on a month'),
            value: here.power.hoursPerMonth,
            unit: 'hour',
            usual: '730',
          }),
        ]
      : []),
    own({
      id: 'software',
      label: words('Software en verbinding per maand', 'Software and uplink a month'),
      value: here.software,
      unit: currency,
      usual: '0',
    }),
    own({
      id: 'residual',
      label: words('Wat de apparatuur aan het eind opbrengt', 'What the hardware brings at its end'),
      value: here.residual,
      unit: currency,
      usual: '0',
    }),
  ]
  return [...facts, ...pricesOf(input).map((id) => priceFact(book(id), input))]

  function own({ usual, source, on, ...fact }: Own): MoneyFact {
    const given = fact.value === usual ? 'usual' : 'you'
    return {
      ...fact,
      given,
      source: source ?? null,
      checkedOn: on ?? null,
      age: on ? daysBetween(on, start) : null,
      status: null,
    }
  }

  function uses(side: 'cloud' | 'lines', lines: MoneyInput['cloud']): MoneyFact[] {
    return lines.flatMap(({ price, use, failed, failedBilled }, n) => {
      const { name, unit, leastPerCall } = book(price)
      const least = leastPerCall === undefined ? '' : ` (≥ ${leastPerCall})`
      const used =
        'perImage' in use
          ? own({
              id: `use.${side}.${n}`,
              label: words(`${name.nl}: per beeld`, `${name.en}: for each image`),
              value: use.perImage,
              unit: unit + least,
            })
          : own({
              id: `use.${side}.${n}`,
              label: words(`${name.nl}: per maand`, `${name.en}: a month`),
              value: use.perMonth,
              unit,
            })
      const share = quantity(failed, price) > 0n
      const label = failedBilled
        ? words('Mislukte aanroepen, die wel betaald worden', 'Failed calls, which are billed')
        : words('Mislukte aanroepen, die niet betaald worden', 'Failed calls, which are not billed')
      return share ? [used, own({ id: `failed.${side}.${n}`, label, value: failed, unit: 'share' })] : [used]
    })
  }
}

/** Ids of all prices that a case uses, each once. */
export function pricesOf({ cloud, here }: MoneyInput): string[] {
  const hardware = here.hardware.flatMap((item) => ('price' in item ? [item.price] : []))
  const power = here.power ? [here.power.price] : []
  return [...new Set([...[...cloud, ...here.lines].map(({ price }) => price), ...hardware, ...power])]
}

function priceFact(price: Price, { start, prices }: MoneyInput): MoneyFact {
  const { id, name, meter, region, tiers, freeTier, per, unit, currency, source, checkedOn, status } = price
  const steps = (tiers ?? []).map(({ upTo, price: amount }) => (upTo === null ? amount : `${amount} (≤ ${upTo})`))
  const whole = (called: string) => [called, meter, region].filter(Boolean).join(' · ')
  const free = freeTier ? [`0 (≤ ${freeTier.units})`] : []
  return {
    id: `price.${id}`,
    label: words(whole(name.nl), whole(name.en)),
    value: [...free, ...steps].join(', '),
    unit: `${currency}/${per === 1 ? '' : `${per} `}${unit}`,
    given: prices.some((own) => own.id === id) ? 'sent-along' : 'book',
    source: source ? [source.address, source.quote].filter(Boolean).join(': ') : null,
    checkedOn,
    age: daysBetween(checkedOn, start),
    status,
  }
}

function words(nl: string, en: string): Said {
  return { nl, en }
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
