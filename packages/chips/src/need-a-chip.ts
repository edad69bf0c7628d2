import type { Chip, ChipNeed, ChipOption, Price } from '@nabij/base'
import type { Words } from './point.ts'

/** What one station does, and what it should. */
export interface Station {
  /** Milliseconds of one picture on one core, the middle of so many pictures; null: none was judged yet. */
  ms: { total: number; model: number; pictures: number } | null
  /** Pictures a second; null: nobody said, and none came yet. */
  wantedPerSecond: number | null
  wantedFrom: ChipNeed['wantedFrom']
}

/** A processor that is busier than this has no room for a slow moment. */
const comfortable = 0.7

/** Whether a chip would help, from what was measured here; if so, which are known, for how much, and what is unknown of them. */
export function needAChip(station: Station, chips: readonly Chip[], prices: readonly Price[]): ChipNeed {
  const { ms, wantedPerSecond: wanted, wantedFrom } = station
  const rest = ms && Math.max(0, ms.total - ms.model)
  const can = ms && ms.total > 0 ? 1000 / ms.total : null
  const answer = answerOf(can, wanted, rest)
  const buy = answer === 'yes' || answer === 'tight'
  return {
    answer,
    sentence: sentenceOf(answer, can, wanted, rest),
    canPerSecond: can,
    wantedPerSecond: wanted,
    ms: ms && rest !== null ? { total: ms.total, model: ms.model, rest, pictures: ms.pictures } : null,
    wantedFrom,
    first: answer === 'no' || answer === 'unmeasured' ? [] : firstOf(answer),
    options: buy ? chips.filter(({ kind }) => kind !== 'processor').map((chip) => optionOf(chip, prices)) : [],
  }
}

function answerOf(can: number | null, wanted: number | null, rest: number | null): ChipNeed['answer'] {
  if (can === null || wanted === null) return 'unmeasured'
  if (wanted <= comfortable * can) return 'no'
  if (rest !== null && rest * wanted > 1000) return 'no-help'
  return wanted <= can ? 'tight' : 'yes'
}

function sentenceOf(answer: ChipNeed['answer'], can: number | null, wanted: number | null, rest: number | null): Words {
  const [does, needs] = [perSecond(can), perSecond(wanted)]
  const most = perSecond(rest !== null && rest > 0 ? 1000 / rest : null)
  const texts: Record<ChipNeed['answer'], Words> = {
    no: {
      nl: `Nee. Deze processor doet er met één kern ${does.nl} per seconde, en jij hebt er ${needs.nl} nodig.`,
      en: `No. This processor does ${does.en} a second with one core, and you need ${needs.en}.`,
    },
    tight: {
      nl: `Nog net niet: je hebt er ${needs.nl} per seconde nodig en één kern doet er ${does.nl}. Dat gaat, maar zonder ruimte voor drukte.`,
      en: `Not yet: you need ${needs.en} a second and one core does ${does.en}. That works, but without room for a busy moment.`,
    },
    yes: {
      nl: `Misschien: je hebt er ${needs.nl} per seconde nodig en één kern doet er ${does.nl}. Met een chip zijn het er hoogstens ${most.nl}, want lezen en zoeken blijft werk van de computer.`,
      en: `Perhaps: you need ${needs.en} a second and one core does ${does.en}. With a chip it is ${most.en} at most, for reading and locating stay work of the computer.`,
    },
    'no-help': {
      nl: `Nee, een chip helpt hier niet: alleen al het lezen van de foto en het zoeken van het deel houdt op bij ${most.nl} per seconde, en je hebt er ${needs.nl} nodig.`,
      en: `No, a chip does not help here: reading the picture and locating the part alone stop at ${most.en} a second, and you need ${needs.en}.`,
    },
    unmeasured:
      can === null
        ? {
            nl: 'Nog niet te zeggen: er is hier nog geen foto gekeurd. Laat het station er een paar keuren.',
            en: 'It cannot be said yet: no picture was judged here. Let the station judge a few.',
          }
        : {
            nl: `Deze processor doet er met één kern ${does.nl} per seconde. Hoeveel heb je er nodig?`,
            en: `This processor does ${does.en} a second with one core. How many do you need?`,
          },
  }
  return texts[answer]
}

/** What costs less than a chip. */
function firstOf(answer: ChipNeed['answer']): Words[] {
  const larger = {
    nl: 'Maak de foto kleiner voordat je hem stuurt, of laat alleen het stuk zien waar het deel ligt.',
    en: 'Make the picture smaller before you send it, or show only the piece where the part lies.',
  }
  const second = {
    nl: 'Een station gebruikt tot twee kernen tegelijk: een computer met meer vrije kernen doet er meer.',
    en: 'A station uses up to two cores at once: a computer with more free cores does more.',
  }
  const slower = {
    nl: 'Kijk of je werkelijk zo vaak moet kijken: een deel dat drie keer in beeld komt, hoeft maar één keer gekeurd.',
    en: 'See whether you really have to look that often: a part that is seen three times needs judging once.',
  }
  return answer === 'no-help' ? [larger, second, slower] : [slower, second]
}

function optionOf(chip: Chip, book: readonly Price[]): ChipOption {
  const prices = chip.prices.flatMap((id) => {
    const price = book.find((each) => each.id === id)
    if (!price) return []
    const { name, currency, tiers, checkedOn, status, source } = price
    return [
      { id, name, amount: tiers?.[0]?.price ?? null, currency, checkedOn, status, source: source?.address ?? null },
    ]
  })
  return {
    chip: { id: chip.id, name: chip.name, maker: chip.maker },
    prices,
    watts: chip.watts,
    speeds: chip.speeds,
    unknown: [
      {
        nl: 'Hoe snel jouw recept erop is, heeft niemand gemeten; de genoemde snelheden zijn van andere modellen.',
        en: 'How fast your recipe is on it nobody measured; the speeds named are those of other models.',
      },
      ...(prices.some(({ amount }) => amount !== null)
        ? []
        : [{ nl: 'Wat hij kost, is niet gevonden.', en: 'What it costs was not found.' }]),
      ...(chip.operators.value === null
        ? [
            {
              nl: 'Welke bewerkingen hij uitvoert, is niet openbaar gelezen.',
              en: 'Which operators it runs was not read in public.',
            },
          ]
        : []),
      {
        nl: 'nabij stuurt zelf nog geen chip aan: dit zegt alleen wat er te koop is.',
        en: 'nabij does not drive a chip itself yet: this only says what there is to buy.',
      },
    ],
  }
}

/** As a person says a rate: whole when it is large, else with one place. */
function perSecond(value: number | null): Words {
  if (value === null) return { nl: '?', en: '?' }
  const text = value >= 10 ? String(Math.floor(value)) : String(Math.floor(value * 100) / 100)
  return { nl: text.replace('.', ','), en: text }
}
