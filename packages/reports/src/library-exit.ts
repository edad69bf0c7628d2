import type { ExitPlan, Language, Service } from '@nabij/base'

/**
 * How software could do without something that is built into it. Nobody sends a bill for it and nobody can switch it off
 * from afar: no contract, no notice, but code that leans on it and a course that others set.
 */
export function libraryExit({ id, name, notes }: Service, language: Language): ExitPlan {
  const text = texts[language]
  return {
    serviceId: id,
    serviceName: name,
    options: (['stay-protected', 'european-vendor', 'self-hosted', 'end-it'] as const).map((kind) => ({
      kind,
      title: text.title[kind],
      candidates: [],
      whatGetsWorse: text.worse[kind],
    })),
    clocks: [],
    steps: (['export', 'choose', 'try', 'move', 'check'] as const).map((step) => ({
      id: step,
      text: text.steps[step],
    })),
    missing: [
      notes.process === null ? text.missing.process : null,
      notes.owner === null ? text.missing.owner : null,
    ].filter((each) => each !== null),
  }
}

const texts = {
  nl: {
    title: {
      'stay-protected': 'Blijven, met bescherming',
      'european-vendor': 'Naar een andere bouwsteen',
      'self-hosted': 'Zelf onderhouden',
      'end-it': 'Eruit halen',
    },
    worse: {
      'stay-protected':
        'Wie de koers bepaalt, verandert niet. Een vaste versie en een eigen kopie van de broncode maken dat minder erg: wat je hebt, blijft werken.',
      'european-vendor':
        'Wat de software ervan gebruikt, moet worden omgeschreven en opnieuw getest. Wat ervoor in de plaats kan, is hier nog niet nagelezen.',
      'self-hosted':
        'Fouten en lekken herstellen wordt eigen werk, of dat van je softwaremaker. Kijk eerst of de licentie het toestaat.',
      'end-it': 'Wat de bouwsteen deed, vervalt of wordt zelf geschreven.',
    },
    steps: {
      export: 'Bewaar een kopie van de broncode en de licentie, bij de versie die je nu gebruikt.',
      choose: 'Zoek waar je software de bouwsteen aanroept, en zet die plekken achter één eigen laag.',
      try: 'Probeer de vervanger achter die laag, met dezelfde tests.',
      move: 'Breng een versie zonder de bouwsteen uit; houd de vorige tot alles klopt.',
      check: 'Kijk daarna in de lijst van onderdelen (lock-bestand of SBOM): staat hij er nog in?',
    },
    missing: { process: 'voor welk proces de software nodig is', owner: 'wie in het bedrijf erover gaat' },
  },
  en: {
    title: {
      'stay-protected': 'Stay, protected',
      'european-vendor': 'To another building block',
      'self-hosted': 'Maintain it yourself',
      'end-it': 'Take it out',
    },
    worse: {
      'stay-protected':
        'Who sets its course stays the same. A fixed version and an own copy of the source make that less bad: what you have keeps working.',
      'european-vendor':
        'What the software uses of it must be rewritten and tested again. What could take its place was not read up on here yet.',
      'self-hosted':
        'Mending faults and leaks becomes your own work, or that of who makes your software. See first whether the licence allows it.',
      'end-it': 'What the building block did ends or is written by yourself.',
    },
    steps: {
      export: 'Keep a copy of the source and the licence, of the version that you use now.',
      choose: 'Find where your software calls the building block, and put those places behind one layer of your own.',
      try: 'Try the replacement behind that layer, with the same tests.',
      move: 'Release a version without the building block; keep the former until all is right.',
      check: 'Then look in the list of parts (lock file or SBOM): is it still in there?',
    },
    missing: { process: 'for which process the software is needed', owner: 'who in the company is in charge of it' },
  },
} as const
