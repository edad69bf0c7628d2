import type { Verb } from '../verb.ts'

const company = {
  flags: '--company <name>',
  text: { nl: 'naam van het eigen bedrijf: dat is geen dienst', en: 'name of the own company: that is no service' },
}

/** What the company depends on. Scanning and checking need no running box. */
export const registerVerbs: readonly Verb[] = [
  {
    words: ['register', 'scan'],
    args: [{ name: '<paths...>', text: { nl: 'bestanden en mappen', en: 'files and folders' } }],
    options: [company],
    text: {
      nl: 'zoek in bestanden naar software en cloud; er wordt niets bewaard',
      en: 'look for software and cloud in files; nothing is kept',
    },
    exit: { nl: '0 gelezen, 2 een genoemd bestand was onleesbaar', en: '0 read, 2 a named file was unreadable' },
    examples: [
      'nabij register scan bank.xml domein.zone',
      'nabij register scan ./webwinkel --json --company "De Kruimel"',
    ],
    load: async () => (await import('./scan.ts')).scan,
  },
]
