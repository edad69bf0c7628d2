import { countOf } from '../values.ts'
import type { Verb } from '../verb.ts'
import { centsOf, daysOf, percentOf } from './values.ts'

const company = {
  flags: '--company <name>',
  text: { nl: 'naam van het eigen bedrijf: dat is geen dienst', en: 'name of the own company: that is no service' },
}
const mapping = {
  flags: '--mapping <columns>',
  text: {
    nl: 'welke kolom wat zegt, in een tabel van een onbekende bank: bestand met JSON, of date=…,name=…,amount=…',
    en: 'which column says what, in a table of an unknown bank: a file with JSON, or date=…,name=…,amount=…',
  },
}
const file = (flags: string, nl: string, en: string) => ({ flags, text: { nl, en } })

/** What the company depends on. Scanning and checking keep nothing; the others work with or without a running box. */
export const registerVerbs: readonly Verb[] = [
  {
    words: ['register', 'scan'],
    args: [{ name: '<paths...>', text: { nl: 'bestanden en mappen', en: 'files and folders' } }],
    options: [company, mapping],
    text: {
      nl: 'zoek in bestanden naar software en cloud; er wordt niets bewaard',
      en: 'look for software and cloud in files; nothing is kept',
    },
    exit: { nl: '0 gelezen, 2 een genoemd bestand was onleesbaar', en: '0 read, 2 a named file was unreadable' },
    examples: [
      'nabij register scan bank.xml domein.zone',
      'nabij register scan ./webwinkel --json --company "De Kruimel"',
      'nabij register scan creditcard.csv --mapping "date=Datum,name=Winkel,amount=Bedrag,paidIsPlus"',
    ],
    load: async () => (await import('./scan.ts')).scan,
  },
  {
    words: ['register', 'add'],
    args: [
      {
        name: '<what...>',
        text: { nl: 'bewijsbestanden, of namen van diensten', en: 'evidence, or names of services' },
      },
    ],
    options: [
      {
        flags: '--crucial',
        text: { nl: 'zonder deze dienst ligt het werk stil', en: 'work stops without this service' },
      },
      {
        flags: '--cost <euros>',
        text: { nl: 'euro per maand', en: 'euros a month' },
        parse: centsOf,
      },
      { flags: '--process <name>', text: { nl: 'waarvoor', en: 'what for' } },
      mapping,
    ],
    text: { nl: 'zet bewijs of diensten in het register', en: 'put evidence or services into the register' },
    examples: ['nabij register add bank.xml', 'nabij register add "Microsoft 365" --crucial --cost 120'],
    load: async () => (await import('./add.ts')).add,
  },
  {
    words: ['register', 'dns'],
    args: [{ name: '<domain>', text: { nl: 'het eigen domein', en: 'the own domain' } }],
    options: [
      { flags: '--yes', text: { nl: 'vraag het zonder te vragen of het mag', en: 'ask without asking whether to' } },
      {
        flags: '--resolver <address>',
        text: { nl: 'aan deze naamserver (adres:poort)', en: 'of this name server (address:port)' },
      },
    ],
    text: {
      nl: 'zoek een domein op in de DNS; toont eerst elke vraag die het apparaat verlaat',
      en: 'look a domain up in the DNS; shows each question that leaves the device first',
    },
    exit: { nl: '0 gevonden, 1 niet gevraagd of geen antwoord', en: '0 found, 1 not asked or no answer' },
    examples: ['nabij register dns bakkerij-voorbeeld.nl', 'nabij register dns bakkerij-voorbeeld.nl --yes --json'],
    load: async () => (await import('./dns.ts')).dns,
  },
  {
    words: ['register', 'rules'],
    options: [
      file('--export [file]', 'schrijf ze op', 'write them down'),
      file('--import <file>', 'neem ze over uit een bestand', 'take them over from a file'),
      file('--replace', 'bij een ander antwoord telt het bestand', 'where the answer differs the file counts'),
      file('--preview', 'toon alleen wat het zou veranderen', 'only show what would change'),
    ],
    text: {
      nl: 'neem mee wat je over vondsten besliste: antwoorden, losgemaakte sporen, eigen namen',
      en: 'take along what you decided about findings: answers, what was set apart, names of your own',
    },
    exit: { nl: '0 klaar, 1 sommige antwoorden verschillen', en: '0 done, 1 some answers differ' },
    examples: ['nabij register rules --export regels.json', 'nabij register rules --import regels.json --preview'],
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    words: ['register', 'report'],
    options: [
      file('--pdf [file]', 'als PDF (anders register.pdf)', 'as PDF (else register.pdf)'),
      file('--html [file]', 'als pagina', 'as a page'),
    ],
    text: { nl: 'maak het rapport', en: 'make the report' },
    examples: ['nabij register report --pdf afhankelijkheid.pdf', 'nabij register report --html rapport.html'],
    load: async () => (await import('./take-along.ts')).report,
  },
  {
    words: ['register', 'letter'],
    args: [{ name: '<service>', text: { nl: 'id van de dienst', en: 'id of the service' } }],
    text: { nl: 'schrijf een brief aan de leverancier', en: 'write a letter to the supplier' },
    examples: ['nabij register letter microsoft-365'],
    load: async () => (await import('./take-along.ts')).letter,
  },
  {
    words: ['register', 'export'],
    options: [
      file('--csv [file]', 'voor een spreadsheet', 'for a spreadsheet'),
      file('--cyclonedx [file]', 'als CycloneDX', 'as CycloneDX'),
      file('--ics [file]', 'de data voor een agenda', 'the dates for a calendar'),
    ],
    text: { nl: 'neem het register mee in een open vorm', en: 'take the register along in an open form' },
    examples: ['nabij register export --csv register.csv', 'nabij register export --cyclonedx | jq .services'],
    load: async () => (await import('./take-along.ts')).exportRegister,
  },
  {
    words: ['register', 'diff'],
    options: [{ flags: '--limit <number>', text: { nl: 'zoveel regels', en: 'so many lines' }, parse: countOf }],
    text: { nl: 'toon wat er veranderde, het nieuwste eerst', en: 'show what changed, newest first' },
    examples: ['nabij register diff', 'nabij register diff --json'],
    load: async () => (await import('./conclude.ts')).diff,
  },
  {
    words: ['register', 'scenario'],
    args: [
      {
        name: '<kind>',
        text: {
          nl: 'price-rise, levy, exchange-rate, transfer-basis-falls, vendor-stops, service-retired of take-over',
          en: 'price-rise, levy, exchange-rate, transfer-basis-falls, vendor-stops, service-retired or take-over',
        },
      },
    ],
    options: [
      { flags: '--share <percent>', text: { nl: 'hoeveel procent', en: 'how many percent' }, parse: percentOf },
      { flags: '--country <code>', text: { nl: 'land (anders US)', en: 'country (else US)' } },
      { flags: '--vendor <id>', text: { nl: 'leverancier', en: 'vendor' } },
      { flags: '--service <id>', text: { nl: 'dienst', en: 'service' } },
      { flags: '--days <number>', text: { nl: 'over hoeveel dagen', en: 'in how many days' }, parse: daysOf },
    ],
    text: { nl: 'reken uit wat iets zou kosten en raken', en: 'work out what something would cost and hit' },
    examples: [
      'nabij register scenario levy --country US --share 25',
      'nabij register scenario vendor-stops --vendor microsoft --days 30',
    ],
    load: async () => (await import('./conclude.ts')).scenario,
  },
  {
    words: ['register', 'check'],
    args: [{ name: '<product>', text: { nl: 'wat je overweegt', en: 'what you consider' } }],
    text: { nl: 'bekijk een product voordat je het koopt', en: 'look at a product before you buy it' },
    exit: { nl: '0 bekend, 1 onbekend', en: '0 known, 1 unknown' },
    examples: ['nabij register check slack', 'nabij register check "Adobe Creative Cloud" --json'],
    load: async () => (await import('./conclude.ts')).check,
  },
]
