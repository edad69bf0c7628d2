import { type MoneyResult, oneWhole } from '@nabij/base'
import type { Case } from './case.ts'
import { type Said, say } from './say.ts'

type Verdict = MoneyResult['verdict']

/** The one line that a decision maker reads, and what may be a reason to do it all the same. */
export function verdictOf(worked: Case): Verdict {
  const { input, model, first, here, saving, once, payBack } = worked
  const { currency } = input
  const months = payBack.discounted
  const anyway = reasonsAnyway(worked)
  if (input.here.labour === null) {
    const text = say((tell) => ({
      nl: `Nog geen antwoord: hoeveel uur onderhoud er per maand bij komt, is niet ingevuld. Zonder onderhoud scheelt het ${tell.money(saving, currency)} per maand.`,
      en: `No answer yet: the hours of upkeep a month are not filled in. Without upkeep it makes a difference of ${tell.money(saving, currency)} a month.`,
    }))
    return { word: 'incomplete', months: null, reason: null, text, anyway }
  }
  if (months !== null) return { word: 'pays-back', months, reason: null, text: paysBack(months), anyway: [] }
  if (saving <= 0n) {
    const text = say((tell) => ({
      nl: `Verdient zich bij dit gebruik niet terug: hier doen kost ${tell.money(here, currency)} per maand, en er valt ${tell.money(first.cloud, currency)} weg.`,
      en: `Does not pay for itself at this use: doing it here costs ${tell.money(here, currency)} a month, and ${tell.money(first.cloud, currency)} falls away.`,
    }))
    return { word: 'never', months: null, reason: 'no-saving', text, anyway }
  }
  const text = say((tell) => ({
    nl: `Verdient zich bij dit gebruik niet terug: een besparing van ${tell.money(saving, currency)} per maand heeft de ${tell.money(once, currency)} van het begin nog niet goedgemaakt als de apparatuur na ${tell.number(BigInt(model.lifetime) * oneWhole)} maanden op is.`,
    en: `Does not pay for itself at this use: a saving of ${tell.money(saving, currency)} a month has not made up for the ${tell.money(once, currency)} of the beginning by the time that the hardware is worn out, after ${tell.number(BigInt(model.lifetime) * oneWhole)} months.`,
  }))
  return { word: 'never', months: null, reason: 'worn-out-first', text, anyway }
}

function paysBack(months: number): Said {
  if (months === 0) return { nl: 'Verdient zich meteen terug.', en: 'Pays back at once.' }
  if (months === 1) return { nl: 'Verdient zich terug in 1 maand.', en: 'Pays back in 1 month.' }
  return { nl: `Verdient zich terug in ${months} maanden.`, en: `Pays back in ${months} months.` }
}

function reasonsAnyway({ input, model }: Case): Said[] {
  const ends = [input.cloudEnds, ...model.cloud.map(({ price }) => price.ends)].filter((day) => day !== null).sort()[0]
  const gone = ends !== undefined && ends < input.start
  const ending = say((tell) => ({
    nl: gone
      ? `De clouddienst is gestopt: ${tell.day(ends)} was als laatste dag aangekondigd.`
      : `De clouddienst stopt: ${tell.day(ends ?? '')} is als laatste dag aangekondigd.`,
    en: gone
      ? `The cloud service has ended: ${tell.day(ends)} was announced as its last day.`
      : `The cloud service ends: ${tell.day(ends ?? '')} is announced as its last day.`,
  }))
  return [
    ...(ends === undefined ? [] : [ending]),
    { nl: 'De beelden blijven in huis.', en: 'The images stay in the house.' },
    {
      nl: 'Het werkt door als internet of de cloud het niet doet.',
      en: 'It works on when the internet or the cloud does not.',
    },
  ]
}
