import { dayText, type Language, type NextAction } from '@nabij/base'

/** A next step as a sentence for the paper. */
export function actionSentence(
  { id, serviceId, count, day }: NextAction,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const name = serviceId === null ? '' : (names.get(serviceId) ?? serviceId)
  return sentences[language][id](name, count ?? 0, day === null ? '' : dayText(day, language))
}

type Sentence = (name: string, count: number, day: string) => string

const sentences: Record<Language, Record<NextAction['id'], Sentence>> = {
  nl: {
    'tick-services': () => 'Vink aan welke software en cloud jullie gebruiken.',
    'say-what-is-crucial': (_, count) => `Zeg van ${count} diensten of ze cruciaal zijn.`,
    'add-bank-statement': () => 'Voeg een jaar bankafschriften toe: dan staan de bedragen vast.',
    'add-dns': () => 'Voeg de DNS-zone van je domein toe: dan is bekend waar de mail staat.',
    'add-costs': (_, count) => `Vul van ${count} diensten in wat ze kosten.`,
    'answer-questions': (_, count) => `Beantwoord ${count} vragen over namen die niet zeker zijn.`,
    'name-the-owner': (name) => `Zoek uit van wie ${name} is.`,
    'ask-supplier': (name) => `Stuur de leverancier van ${name} de vragenbrief.`,
    'remind-supplier': (name, _, day) =>
      `Herinner de leverancier van ${name}: het antwoord had er op ${day} moeten zijn.`,
    'plan-exit': (name) => `Maak een plan voor ${name}: cruciaal, en in handen van buiten Europa.`,
    'give-notice': (name, _, day) => `Beslis over ${name}: opzeggen kan tot ${day}.`,
    'service-ends': (name, _, day) => `Vervang ${name}: de leverancier stopt ermee op ${day}.`,
    'renew-evidence': (_, count) => `Vernieuw ${count} bewijsstukken die ouder zijn dan een jaar.`,
    'review-due': (_, __, day) => `Loop het register na: dat sprak je af voor ${day}.`,
    review: () => 'Loop het register na en leg vast wanneer de volgende keer is.',
  },
  en: {
    'tick-services': () => 'Tick the software and cloud that you use.',
    'say-what-is-crucial': (_, count) => `Say of ${count} services whether they are crucial.`,
    'add-bank-statement': () => 'Add a year of bank statements: then the amounts are certain.',
    'add-dns': () => 'Add the DNS zone of your domain: then it is known where your mail is.',
    'add-costs': (_, count) => `Fill in what ${count} services cost.`,
    'answer-questions': (_, count) => `Answer ${count} questions about names that are not certain.`,
    'name-the-owner': (name) => `Find out whose ${name} is.`,
    'ask-supplier': (name) => `Send the supplier of ${name} the letter with questions.`,
    'remind-supplier': (name, _, day) => `Remind the supplier of ${name}: its answer was due on ${day}.`,
    'plan-exit': (name) => `Make a plan for ${name}: crucial, and controlled from outside Europe.`,
    'give-notice': (name, _, day) => `Decide about ${name}: notice can be given until ${day}.`,
    'service-ends': (name, _, day) => `Replace ${name}: its vendor ends it on ${day}.`,
    'renew-evidence': (_, count) => `Renew ${count} pieces of evidence that are older than a year.`,
    'review-due': (_, __, day) => `Go over the register: you set that for ${day}.`,
    review: () => 'Go over the register and set the day of the next review.',
  },
}
