import type { Language, MoneyResult } from '@nabij/base'
import type { Case } from './case.ts'
import { type Said, say } from './say.ts'

type Remark = MoneyResult['remarks'][number]

/** A price this old is named: providers change theirs within the year. */
const oldDays = 183

/** A rate moves every day. */
const oldRate = 45

/** What a reader must know of the numbers before believing them. */
export function remarksOf({ input, model, facts }: Case): Remark[] {
  const prices = facts.filter(({ id }) => id.startsWith('price.'))
  const about = (id: string, of: typeof prices, text: (names: Said) => Said): Remark[] =>
    of.length === 0 ? [] : [{ id, text: text({ nl: namesOf(of, 'nl'), en: namesOf(of, 'en') }) }]
  const gone = model.cloud.filter(({ price }) => price.ends !== null && price.ends < input.start)
  const ending = endingWithin(model.cloud, input)
  return [
    ...about(
      'unconfirmed',
      prices.filter(({ status }) => status === 'unconfirmed'),
      (names) => ({
        nl: `Niet bevestigd: ${names.nl}. Van deze prijs is geen bron gelezen; controleer hem voordat je beslist.`,
        en: `Unconfirmed: ${names.en}. No source of this price was read; check it before you decide.`,
      }),
    ),
    ...about(
      'reported',
      prices.filter(({ status }) => status === 'reported'),
      (names) => ({
        nl: `Van horen zeggen: ${names.nl}. Anderen noemen deze prijs; bij de aanbieder zelf is hij niet nagekeken.`,
        en: `By hearsay: ${names.en}. Others quote this price; it was not checked with the provider.`,
      }),
    ),
    ...about(
      'old',
      prices.filter(({ age }) => age !== null && age > oldDays),
      (names) => ({
        nl: `Ouder dan een half jaar: ${names.nl}. Prijzen van clouddiensten en chips veranderen vaak.`,
        en: `Older than half a year: ${names.en}. Prices of cloud services and chips change often.`,
      }),
    ),
    ...about(
      'old-rate',
      facts.filter(({ id, age }) => id.startsWith('rate.') && age !== null && age > oldRate),
      (names) => ({
        nl: `${names.nl}: ouder dan anderhalve maand. Neem de koers van nu.`,
        en: `${names.en}: older than six weeks. Take that of today.`,
      }),
    ),
    ...gone.map(({ price: { id, name, ends } }) => ({
      id: `gone.${id}`,
      text: say((tell) => ({
        nl: `${name.nl}: de aangekondigde laatste dag was ${tell.day(ends ?? '')}. Deze rekening bestaat misschien niet meer.`,
        en: `${name.en}: the announced last day was ${tell.day(ends ?? '')}. This bill may no longer exist.`,
      })),
    })),
    ...(ending === null
      ? []
      : [
          {
            id: 'ends',
            text: say((tell) => ({
              nl: `De clouddienst stopt op ${tell.day(ending)}, binnen de tijd waarover gerekend is. Voor daarna is dezelfde rekening aangehouden: wat een vervanger in de cloud zou kosten, is niet bekend.`,
              en: `The cloud service ends on ${tell.day(ending)}, within the time that was worked out. The same bill was assumed after that: what a successor in the cloud would cost is not known.`,
            })),
          },
        ]),
    {
      id: 'vat',
      text: {
        nl: 'Alle bedragen zijn zonder btw, en voor belasting over de winst.',
        en: 'All amounts are without VAT, and before tax on profit.',
      },
    },
    {
      id: 'ranges',
      text: {
        nl: 'Hoe ver iets kan tegenvallen is, waar je niets opgaf, onze eigen schatting.',
        en: 'How far things may turn out otherwise is our own judgement where you gave nothing.',
      },
    },
  ]
}

/** The names of prices, without their meter and region. */
function namesOf(prices: Case['facts'], language: Language): string {
  return [...new Set(prices.map(({ label }) => label[language].split(' · ')[0]))].join('; ')
}

/** The last day of a service that still runs, when it falls within five years. */
function endingWithin(cloud: Case['model']['cloud'], { start, cloudEnds }: Case['input']): string | null {
  const within = `${Number(start.slice(0, 4)) + 5}${start.slice(4)}`
  const days = [cloudEnds, ...cloud.map(({ price }) => price.ends)].filter((day) => day !== null)
  return days.filter((day) => day >= start && day < within).sort()[0] ?? null
}
