import type { Verb } from '../verb.ts'

/** What nabij knows of vendors. Works without a running box. */
export const knowledgeVerbs: readonly Verb[] = [
  {
    words: ['knowledge', 'show'],
    args: [{ name: '<name>', text: { nl: 'leverancier of product', en: 'vendor or product' } }],
    text: {
      nl: 'toon wat we van een leverancier weten, met bron',
      en: 'show what is known of a vendor, with its source',
    },
    exit: { nl: '0 bekend, 1 onbekend', en: '0 known, 1 unknown' },
    examples: ['nabij knowledge show microsoft', 'nabij knowledge show moneybird --json'],
    load: async () => (await import('./show.ts')).show,
  },
  {
    words: ['knowledge', 'export'],
    text: { nl: 'schrijf alle leveranciers als JSON', en: 'write all vendors as JSON' },
    examples: ['nabij knowledge export --json | jq length'],
    load: async () => (await import('./export.ts')).exportKnowledge,
  },
  {
    words: ['knowledge', 'check'],
    text: {
      nl: 'controleer bron, datum en samenhang van alle feiten',
      en: 'check source, date and coherence of all facts',
    },
    exit: { nl: '0 in orde, 1 er zijn fouten', en: '0 fine, 1 there are errors' },
    examples: ['nabij knowledge check'],
    load: async () => (await import('./check.ts')).check,
  },
  {
    words: ['knowledge', 'correct'],
    args: [{ name: '<vendor>', text: { nl: 'id van een leverancier of product', en: 'id of a vendor or product' } }],
    options: [
      {
        flags: '--field <field>',
        text: { nl: 'country, owner, owner-country of control', en: 'country, owner, owner-country or control' },
      },
      { flags: '--value <value>', text: { nl: 'zoals jij het weet', en: 'as you know it' } },
      {
        flags: '--source <source>',
        text: { nl: 'waar je dat van weet: adres of woorden', en: 'how you know: an address or words' },
      },
      {
        flags: '--date <day>',
        text: { nl: 'dag van die bron (anders vandaag)', en: 'day of that source (else today)' },
      },
      { flags: '--undo', text: { nl: 'trek je opgave van dit veld in', en: 'take your statement of this field back' } },
    ],
    text: {
      nl: 'verbeter een feit met een eigen bron; het blijft staan bij elke bijwerking',
      en: 'correct a fact with a source of your own; it survives every update',
    },
    examples: [
      'nabij knowledge correct moneybird --field owner --value "Naam van de eigenaar" --source "https://vendor.example/over-ons" --date 2026-11-20',
      'nabij knowledge correct moneybird --field owner --undo',
    ],
    load: async () => (await import('./correct.ts')).correct,
  },
  {
    words: ['knowledge', 'update'],
    args: [{ name: '[file]', text: { nl: 'een nieuwer kennispakket', en: 'a newer pack of knowledge' } }],
    options: [
      {
        flags: '--dry-run',
        text: { nl: 'toon alleen wat er voor jou verandert', en: 'only show what changes for you' },
      },
      { flags: '--undo', text: { nl: 'terug naar het pakket ervoor', en: 'back to the pack before' } },
    ],
    text: {
      nl: 'werk de kennis bij uit een bestand, zonder verbinding, en toon wat er voor jou verandert',
      en: 'update the knowledge from a file, without a connection, and show what changes for you',
    },
    examples: ['nabij knowledge update kennis.json --dry-run', 'nabij knowledge update --undo'],
    load: async () => (await import('./update.ts')).update,
  },
]
