import { Ask, type Language, type Service } from '@nabij/base'
import { wordsFor } from './words.ts'

/** A letter to who supplies a service, to be edited and sent by a person. */
export interface LetterDraft {
  language: Language
  subject: string
  body: string
  /** What was missing in the register when it was written: what an answer should settle. */
  asks: Ask[]
}

export interface LetterInput {
  company: string | null
  service: Service
  language: Language
  today: string
  /** Within how many weeks an answer is asked. */
  weeks?: number
}

/** Only for services that are confirmed: nobody is asked about a guess. Null otherwise. */
export function letterFor({ company, service, language, today, weeks = 4 }: LetterInput): LetterDraft | null {
  if (service.confidence !== 'confirmed') return null
  const asks = asksFor(service, today)
  const text = texts[language]
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
  const words = wordsFor(language)
  return {
    language,
    subject: text.subject(service.name),
    asks,
    body: [
      text.greeting,
      text.why(service.name, company),
      asks.map((ask, n) => `${n + 1}. ${text.asks[ask]}`).join('\n'),
      text.sheet,
      text.until(words.day(until)),
      text.close(company),
    ].join('\n\n'),
  }
}

/** What no register can find out by itself; what is confirmed, or was answered this year, is not asked again. */
function asksFor({ vendor, dataLocations, notes, findings }: Service, today: string): Ask[] {
  const yearAgo = new Date(Date.parse(`${today}T00:00:00Z`) - 365 * 86_400_000).toISOString().slice(0, 10)
  const known = new Set<Ask>()
  if (vendor?.ultimateParent?.status === 'confirmed') known.add('parent')
  if (dataLocations.length > 0 || notes.dataLocation) known.add('location')
  for (const { claim } of findings) if (claim?.saidOn && claim.saidOn > yearAgo) known.add(claim.ask)
  return Ask.options.filter((ask) => ask === 'alternative' || !known.has(ask))
}

/** What is asked, in full, for an answer sheet or a form. */
export function askText(ask: Ask, language: Language): string {
  return texts[language].asks[ask]
}

const texts = {
  nl: {
    subject: (name: string) => `Vragen over ${name}: van wie, waar, en wat is het Europese alternatief?`,
    greeting: 'Beste leverancier,',
    why: (name: string, company: string | null) =>
      `${company ?? 'Wij'} ${company ? 'wil' : 'willen'} weten van welke software en clouddiensten het bedrijf afhangt. ${name} is er daar een van. Wil je de vragen hieronder beantwoorden? Weet je iets niet, schrijf dan "onbekend"; dat is ook een antwoord.`,
    asks: {
      entity: 'Met welke rechtspersoon hebben we het contract, in welk land is die gevestigd, en welk recht geldt?',
      parent: 'Wie is de uiteindelijke eigenaar, in welk land, en sinds wanneer?',
      location: 'In welke landen staan onze gegevens, met inbegrip van back-ups en logbestanden?',
      'sub-processors':
        'Welke onderaannemers (ook hosting, mail, ondersteuning) gebruiken jullie, en uit welk land zijn die?',
      keys: 'Wie kan bij de sleutels van de versleuteling? Kunnen we ze zelf beheren?',
      support: 'Uit welke landen wordt ondersteuning gegeven, en kan iemand daar bij onze gegevens?',
      export:
        'In welke vorm en binnen hoeveel dagen krijgen we al onze gegevens als we vertrekken, en wat kost dat (artikel 23 tot en met 31 van de Europese Dataverordening)?',
      alternative: 'Welk Europees alternatief bieden jullie zelf, of raden jullie aan?',
      price: 'Wat kost de dienst ons het komende jaar, en wanneer kan die prijs veranderen?',
    } satisfies Record<Ask, string>,
    sheet:
      'Het makkelijkst is het antwoordblad dat erbij zit: vul de kolom met antwoorden in en stuur het terug. Antwoorden op deze brief zelf mag ook.',
    until: (day: string) => `Graag horen we het vóór ${day}.`,
    close: (company: string | null) => `Met vriendelijke groet,\n\n${company ?? ''}`.trimEnd(),
  },
  en: {
    subject: (name: string) => `Questions about ${name}: whose is it, where, and what is the European alternative?`,
    greeting: 'Dear supplier,',
    why: (name: string, company: string | null) =>
      `${company ?? 'We'} ${company ? 'wants' : 'want'} to know which software and cloud services the company depends on. ${name} is one of them. Would you answer the questions below? If you do not know something, write "unknown"; that is an answer too.`,
    asks: {
      entity: 'With which legal entity do we have the contract, in which country is it seated, and which law applies?',
      parent: 'Who is the ultimate owner, in which country, and since when?',
      location: 'In which countries is our data kept, backups and logs included?',
      'sub-processors':
        'Which sub-processors (hosting, mail and support included) do you use, and from which countries are they?',
      keys: 'Who can reach the encryption keys? Can we keep them ourselves?',
      support: 'From which countries is support given, and can anybody there reach our data?',
      export:
        'In which form and within how many days do we get all of our data when we leave, and at what cost (articles 23 to 31 of the European Data Act)?',
      alternative: 'Which European alternative do you offer yourselves, or recommend?',
      price: 'What does the service cost us in the coming year, and when can that price change?',
    } satisfies Record<Ask, string>,
    sheet:
      'The easiest way is the answer sheet that comes with it: fill in the column of answers and send it back. Answering this letter itself is fine too.',
    until: (day: string) => `Please let us know before ${day}.`,
    close: (company: string | null) => `Kind regards,\n\n${company ?? ''}`.trimEnd(),
  },
} as const
