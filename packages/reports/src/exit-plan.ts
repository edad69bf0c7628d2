import type { Alternative, ExitPlan, Language, Service } from '@nabij/base'
import { libraryExit } from './library-exit.ts'
import { wordsFor } from './words.ts'

export interface ExitPlanInput {
  service: Service
  alternatives: Alternative[]
  language: Language
  /** YYYY-MM-DD */
  today: string
  /** Whether a country counts as European. */
  isEuropean: (country: string) => boolean
}

export function exitPlanFor({ service, alternatives, language, today, isEuropean }: ExitPlanInput): ExitPlan {
  if (service.kind === 'library') return libraryExit(service, language)
  const text = texts[language]
  const words = wordsFor(language)
  const told = (fact: { nl: string; en: string } | null) => fact?.[language] ?? words.unknown
  const candidate = (each: Alternative) => ({
    name: each.name,
    country: words.country(each.country),
    price: each.price
      ? `${each.price.text} (${words.day(each.price.asOf ?? each.price.source.readOn)})`
      : words.unknown,
    effort: text.efforts[each.effort],
    weakerIn: told(each.weakerIn),
    ownDependencies: told(each.ownDependencies),
  })
  // Of whom nobody knows where it sits is no European vendor; what is run by oneself may come from anywhere.
  const bought = alternatives.filter(
    ({ selfHosted, country }) => selfHosted !== 'yes' && country !== null && isEuropean(country),
  )
  const hosted = alternatives.filter(({ selfHosted }) => selfHosted === 'yes' || selfHosted === 'both')
  const { contractEnd, noticeDays, crucial, process, owner, dataLocation } = service.notes
  return {
    serviceId: service.id,
    serviceName: service.name,
    options: [
      { kind: 'stay-protected', title: text.stay, candidates: [], whatGetsWorse: text.stayWorse },
      {
        kind: 'european-vendor',
        title: text.vendor,
        candidates: bought.map(candidate),
        whatGetsWorse: bought.length > 0 ? text.vendorWorse : text.vendorNone,
      },
      { kind: 'self-hosted', title: text.hosted, candidates: hosted.map(candidate), whatGetsWorse: text.hostedWorse },
      { kind: 'end-it', title: text.end, candidates: [], whatGetsWorse: crucial ? text.endCrucial : text.endWorse },
    ],
    clocks: [
      { text: text.contract, day: contractEnd, source: text.contractSource },
      {
        text: text.notice,
        day: contractEnd !== null && noticeDays !== null ? daysBefore(contractEnd, noticeDays) : null,
        source: text.contractSource,
      },
      ...(noCloud.has(service.kind) ? [] : dataActClocks(today, text)),
    ],
    steps: (['export', 'choose', 'try', 'notice', 'move', 'check', 'erase'] as const).map((id) => ({
      id,
      text: text.steps[id],
    })),
    missing: [
      contractEnd === null ? text.missing.contractEnd : null,
      noticeDays === null ? text.missing.noticeDays : null,
      process === null ? text.missing.process : null,
      owner === null ? text.missing.owner : null,
      service.dataLocations.length === 0 && !dataLocation ? text.missing.location : null,
      service.cost === null ? text.missing.cost : null,
    ].filter((each) => each !== null),
  }
}

/** No data processing service: nothing in it is switched as the Data Act means it. */
const noCloud = new Set(['hardware', 'operating-system'])

/** What the law allows at most, reckoned from a notice that is given today. */
function dataActClocks(today: string, text: (typeof texts)[Language]): ExitPlan['clocks'] {
  const law = (article: string) => `Data Act (EU) 2023/2854, art. ${article}`
  const begins = addMonths(today, 2)
  return [
    { text: text.noticeMost, day: begins, source: law('25(2)(d)') },
    { text: text.transition, day: daysBefore(begins, -30), source: law('25(2)(a), 25(4)') },
    { text: text.retrieval, day: daysBefore(begins, -60), source: law('25(2)(g)') },
    { text: text.noCharges, day: '2027-01-12', source: law('29(1)') },
  ]
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last day. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

const texts = {
  nl: {
    stay: 'Blijven, met bescherming',
    stayWorse: 'De afhankelijkheid blijft. Eigen sleutels, eigen back-up en een vast contract maken haar kleiner.',
    vendor: 'Naar een Europese leverancier',
    vendorWorse: 'Per kandidaat verschilt het: zie “minder in”. Onbekend betekent dat nog niemand keek.',
    vendorNone: 'Hier is nog geen Europese leverancier nagelezen: vraag ernaar in de brief.',
    hosted: 'Zelf draaien',
    hostedWorse: 'Updates, back-ups en storingen worden eigen werk, of dat van een IT-leverancier.',
    end: 'Stoppen',
    endWorse: 'Wat de dienst deed, vervalt of wordt handwerk.',
    endCrucial: 'Je noemde deze dienst cruciaal: zonder vervanging valt het werk stil.',
    contract: 'Contract loopt af',
    notice: 'Laatste dag om op te zeggen',
    contractSource: 'eigen opgave',
    noticeMost:
      'Zeg je vandaag op, dan kun je uiterlijk dan beginnen met overstappen (opzegtermijn hoogstens twee maanden)',
    transition:
      'Het overzetten is dan uiterlijk klaar (hoogstens 30 dagen), tenzij de leverancier uitlegt waarom het langer moet (hoogstens zeven maanden)',
    retrieval: 'Na het overzetten kun je minstens 30 dagen lang je gegevens ophalen: dus minstens tot',
    noCharges: 'Vanaf deze dag mag overstappen niets meer kosten',
    steps: {
      export: 'Haal een volledige kopie van de gegevens op en kijk of je haar kunt openen.',
      choose: 'Kies een vervanger, en schrijf op wat slechter wordt.',
      try: 'Laat twee mensen er twee weken mee werken, met echte gegevens.',
      notice: 'Zeg op, schriftelijk, met de dag waarop je wilt vertrekken.',
      move: 'Zet over in een rustige week; houd de oude dienst tot alles klopt.',
      check: 'Kijk drie maanden later: staat de dienst nog op het afschrift, in de DNS, in de software?',
      erase: 'Vraag om bevestiging dat alle gegevens gewist zijn.',
    },
    efforts: { hours: 'uren', days: 'dagen', weeks: 'weken', months: 'maanden', unknown: 'onbekend' },
    missing: {
      contractEnd: 'wanneer het contract afloopt',
      noticeDays: 'de opzegtermijn',
      process: 'voor welk proces de dienst nodig is',
      owner: 'wie in het bedrijf erover gaat',
      location: 'waar de gegevens staan',
      cost: 'wat de dienst kost',
    },
  },
  en: {
    stay: 'Stay, protected',
    stayWorse: 'The dependency remains. Own keys, an own backup and a firm contract make it smaller.',
    vendor: 'To a European vendor',
    vendorWorse: 'It differs by candidate: see “weaker in”. Unknown means that nobody looked yet.',
    vendorNone: 'No European vendor was read up on here yet: ask for one in the letter.',
    hosted: 'Run it yourself',
    hostedWorse: "Updates, backups and failures become your own work, or your IT supplier's.",
    end: 'End it',
    endWorse: 'What the service did ends or becomes work by hand.',
    endCrucial: 'You called this service crucial: without a replacement work stops.',
    contract: 'Contract ends',
    notice: 'Last day to give notice',
    contractSource: 'as entered',
    noticeMost: 'Give notice today and switching can begin by then at the latest (notice of two months at most)',
    transition:
      'Moving is then done at the latest (30 days at most), unless the vendor explains why it must be longer (seven months at most)',
    retrieval: 'After that you can retrieve your data for at least 30 days: so at least until',
    noCharges: 'From this day on switching may cost nothing',
    steps: {
      export: 'Get a full copy of the data and see whether you can open it.',
      choose: 'Choose a replacement, and write down what gets worse.',
      try: 'Let two people work with it for two weeks, with real data.',
      notice: 'Give notice in writing, with the day on which you want to leave.',
      move: 'Move in a quiet week; keep the old service until all is right.',
      check: 'Look three months later: is it still on the statement, in DNS, in the software?',
      erase: 'Ask for confirmation that all data was erased.',
    },
    efforts: { hours: 'hours', days: 'days', weeks: 'weeks', months: 'months', unknown: 'unknown' },
    missing: {
      contractEnd: 'when the contract ends',
      noticeDays: 'the notice period',
      process: 'for which process the service is needed',
      owner: 'who in the company looks after it',
      location: 'where the data is kept',
      cost: 'what the service costs',
    },
  },
} as const
