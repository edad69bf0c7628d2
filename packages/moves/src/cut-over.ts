import type { CutOverRule, Proportion } from '@nabij/base'

/** So many different pictures at least. */
export const leastCases = 300
/** The lower end of the interval of agreement reaches at least this. */
export const leastAgreement = 0.98

export interface CutOverInput {
  agreement: Proportion
  noise: Proportion
  missed: number
  /** Disagreements that nobody has judged yet. */
  waiting: number
  judged: { cloud: Proportion; box: Proportion }
}

type Why = CutOverRule['why'][number]

/**
 * Whether the box may take over from the cloud. It is the agreement as it was seen: judging only the disagreements, and then
 * counting those that the box won, would make every box look better than it is (discrepant resolution).
 */
export function cutOver(input: CutOverInput): CutOverRule {
  const why = [enough(input), agrees(input), nothingMissed(input), noise(input), judged(input)].filter(
    (each): each is Why => each !== null,
  )
  return { met: why.every(({ met }) => met), why }
}

function enough({ agreement: { n } }: CutOverInput): Why {
  const met = n >= leastCases
  const still = leastCases - n
  return {
    id: 'enough',
    met,
    text: met
      ? { nl: `${n} verschillende foto’s vergeleken`, en: `${n} different pictures compared` }
      : {
          nl: `${n} verschillende foto’s vergeleken; er zijn er nog ${still} nodig (${leastCases} in totaal)`,
          en: `${n} different pictures compared; ${still} more are needed (${leastCases} in all)`,
        },
  }
}

function agrees({ agreement: { n, yes, share, low } }: CutOverInput): Why {
  const met = low !== null && low >= leastAgreement
  const nl =
    share === null
      ? 'er is nog niets vergeleken'
      : `${yes} van ${n} gelijk (${percent(share, 'nl')}); met 95% zekerheid ten minste ${percent(low ?? 0, 'nl')}, gevraagd is ${percent(leastAgreement, 'nl')}`
  const en =
    share === null
      ? 'nothing has been compared yet'
      : `${yes} of ${n} the same (${percent(share, 'en')}); with 95% certainty at least ${percent(low ?? 0, 'en')}, asked is ${percent(leastAgreement, 'en')}`
  return { id: 'agreement', met, text: { nl, en } }
}

function nothingMissed({ missed }: CutOverInput): Why {
  if (missed === 0)
    return {
      id: 'missed',
      met: true,
      text: { nl: 'geen enkel ernstig gebrek gemist', en: 'not one critical defect missed' },
    }
  const [thing, things] = ['ernstig gebrek', 'ernstige gebreken']
  return {
    id: 'missed',
    met: false,
    text: {
      nl: `${missed} ${missed === 1 ? thing : things} waar de cloud afkeurde en de box niet: kijk ernaar en zeg wat het is`,
      en: `${missed} critical ${missed === 1 ? 'defect' : 'defects'} that the cloud saw and the box did not: look and say what it is`,
    },
  }
}

/** A cloud that does not agree with itself cannot be agreed with. It stops nothing: it explains. */
function noise({ noise: { n, share } }: CutOverInput): Why | null {
  if (share === null || share === 1) return null
  return {
    id: 'noise',
    met: true,
    text: {
      nl: `de cloud is het met zichzelf in ${percent(share, 'nl')} van ${n} herhaalde foto’s eens: meer dan dat kan niemand met haar eens zijn`,
      en: `the cloud agrees with itself on ${percent(share, 'en')} of ${n} repeated pictures: nobody can agree with it more than that`,
    },
  }
}

function judged({ judged: { cloud, box }, waiting }: CutOverInput): Why | null {
  if (box.n === 0 && waiting === 0) return null
  const more = { nl: waiting > 0 ? `; ${waiting} wachten nog` : '', en: waiting > 0 ? `; ${waiting} still wait` : '' }
  return {
    id: 'judged',
    met: true,
    text: {
      nl: `van ${box.n} door iemand bekeken foto’s had de box er ${box.yes} goed en de cloud ${cloud.yes}${more.nl}`,
      en: `of ${box.n} pictures that somebody looked at the box had ${box.yes} right and the cloud ${cloud.yes}${more.en}`,
    },
  }
}

function percent(share: number, language: 'nl' | 'en'): string {
  // Rounded down: 98 % that is not reached must not read as reached.
  const text = (Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)
  return `${language === 'nl' ? text.replace('.', ',') : text}%`
}
