import type { Control, Objective } from '@nabij/base'
import type { Facts } from './facts.ts'

/** What one objective comes to, and how many of the facts that it asks for are known. */
export interface Judged {
  level: 0 | 1 | 2 | 3 | 4 | null
  because: { nl: string; en: string }
  /** 0–1; lists that may be longer than we know (places, parties) never reach one. */
  known: number
}

const unasked: Judged = {
  level: null,
  because: {
    nl: 'Hierover is nog niets bekend: vraag het de leverancier',
    en: 'Nothing is known of this yet: ask the supplier',
  },
  known: 0,
}

/** Owners that do not sell to the first who pays well. */
const lasting: readonly Control[] = ['founder-or-family', 'foundation', 'state', 'community']

/**
 * A level for each objective, by rules that anybody can follow from the facts. An ultimate parent outside Europe keeps
 * ownership and law at 1 at most. What is not known has no level, and lowers `known` instead.
 */
export const judges: Record<Objective, (facts: Facts) => Judged> = {
  'SOV-1': strategic,
  'SOV-2': legal,
  'SOV-3': data,
  'SOV-4': operational,
  'SOV-5': supplyChain,
  'SOV-6': technology,
  'SOV-7': () => unasked,
  'SOV-8': () => unasked,
}

function strategic({ parent, vendorCountry, contract }: Facts): Judged {
  const known = share(parent, vendorCountry, contract)
  if (!parent) return missing(known, 'Wie de eigenaar is, is niet bevestigd', 'Who owns it is not confirmed')
  if (!parent.european) {
    const nothingHere = vendorCountry?.european === false && contract?.european === false
    if (nothingHere)
      return judged(
        0,
        known,
        `Eigenaar, maker en contract zitten buiten Europa`,
        `Owner, vendor and contract are outside Europe`,
      )
    return judged(1, known, `${parent.name} zit buiten Europa`, `${parent.name} sits outside Europe`)
  }
  if (vendorCountry && !vendorCountry.european)
    return judged(2, known, 'De maker zelf zit buiten Europa', 'The vendor itself sits outside Europe')
  return lasting.includes(parent.control)
    ? judged(4, known, `${parent.name} is Europees en niet te koop`, `${parent.name} is European and not for sale`)
    : judged(
        3,
        known,
        `${parent.name} is Europees, maar kan worden verkocht`,
        `${parent.name} is European but can be sold`,
      )
}

function legal({ parent, contract, places, behind }: Facts): Judged {
  const known = (share(parent, contract) * 2 + several(places.length) + several(behind.length)) / 4
  if (!parent)
    return missing(
      known,
      'Onder welk recht de eigenaar valt, is niet bevestigd',
      'Whose law the owner is under is not confirmed',
    )
  if (!parent.european)
    return contract?.european === false
      ? judged(
          0,
          known,
          'Eigenaar en contract vallen onder recht van buiten Europa',
          'Owner and contract are under law from outside Europe',
        )
      : judged(1, known, 'De eigenaar valt onder recht van buiten Europa', 'The owner is under law from outside Europe')
  const reach = places.some(({ european }) => !european) || behind.some(({ european }) => european === false)
  if (contract?.european === false || reach)
    return judged(
      2,
      known,
      'Een deel valt onder recht van buiten Europa',
      'Part of it is under law from outside Europe',
    )
  return judged(3, known, 'Eigenaar en contract zijn Europees', 'Owner and contract are European')
}

function data({ parent, places, ai }: Facts): Judged {
  // Who holds the keys, and where a model was made, nobody has told yet: never a four.
  const known = (several(places.length) + share(parent)) / (ai ? 4 : 3)
  if (places.length === 0)
    return missing(known, 'Waar de gegevens staan, is onbekend', 'Where the data stands is unknown')
  if (!parent) return missing(known, 'Wie er bij kan, is onbekend', 'Who can reach it is unknown')
  const abroad = places.find(({ european }) => !european)
  if (abroad)
    return judged(
      parent.european ? 1 : 0,
      known,
      `Er staan gegevens in ${abroad.text}`,
      `Data stands in ${abroad.text}`,
    )
  return parent.european
    ? judged(
        3,
        known,
        'De gegevens staan in Europa, bij een Europese eigenaar',
        'The data stands in Europe, with a European owner',
      )
    : judged(2, known, 'De gegevens staan in Europa, de eigenaar niet', 'The data stands in Europe, the owner does not')
}

function operational({ parent, vendorCountry, behind }: Facts): Judged {
  const known = (share(parent, vendorCountry) * 2 + several(behind.length)) / 3
  if (!parent)
    return missing(known, 'Wie het draaiende houdt, is niet bevestigd', 'Who keeps it running is not confirmed')
  if (!parent.european)
    return judged(
      1,
      known,
      'Draait niet zonder een bedrijf van buiten Europa',
      'Does not run without a firm from outside Europe',
    )
  return byParties(behind, known)
}

function supplyChain({ parent, behind }: Facts): Judged {
  // Of hardware and firmware nothing is known, so half of what is asked never is.
  const known = (share(parent) + several(behind.length)) / 4
  if (!parent) return missing(known, 'Waar het wordt gemaakt, is niet bevestigd', 'Where it is made is not confirmed')
  if (!parent.european) return judged(1, known, 'Wordt buiten Europa ontworpen', 'Is designed outside Europe')
  return byParties(behind, known)
}

function byParties(behind: Facts['behind'], known: number): Judged {
  if (behind.length === 0) return missing(known, 'Wie erachter zit, is onbekend', 'Who is behind it is unknown')
  const outside = behind.find(({ european }) => european === false)
  if (outside)
    return judged(
      2,
      known,
      `Leunt op ${outside.name} van buiten Europa`,
      `Leans on ${outside.name} from outside Europe`,
    )
  const unclear = behind.find(({ european }) => european === null)
  if (unclear)
    return missing(known, `Van wie ${unclear.name} is, is niet bevestigd`, `Who owns ${unclear.name} is not confirmed`)
  return judged(3, known, 'Wie erachter zit, is Europees', 'Who is behind it is European')
}

function technology({ parent, openSource }: Facts): Judged {
  const known = (share(parent) + Number(openSource !== null)) / 3
  if (openSource === null || !parent)
    return missing(known, 'Of de broncode open is, is onbekend', 'Whether its source is open is unknown')
  if (openSource) return judged(parent.european ? 4 : 3, known, 'De broncode is open', 'Its source is open')
  return judged(parent.european ? 2 : 1, known, 'De broncode is gesloten', 'Its source is closed')
}

/** Share of these that is known. */
function share(...facts: readonly unknown[]): number {
  return facts.filter((fact) => fact !== null).length / facts.length
}

/** More of a list that nobody knows to be whole is known better: 0, a half, two thirds … */
function several(count: number): number {
  return count / (count + 1)
}

function judged(level: 0 | 1 | 2 | 3 | 4, known: number, nl: string, en: string): Judged {
  return { level, known, because: { nl, en } }
}

function missing(known: number, nl: string, en: string): Judged {
  return { level: null, known, because: { nl, en } }
}
