import type { Verb } from '../verb.ts'

/** Verbs about who may come in. */
export const accountVerbs: readonly Verb[] = [
  {
    words: ['owner'],
    options: [
      { flags: '--name <name>', text: { nl: 'hoe de eigenaar heet', en: 'what the owner is called' } },
      {
        flags: '--password-stdin',
        text: { nl: 'lees het wachtwoord van de invoer', en: 'read the password from the input' },
      },
    ],
    text: {
      nl: 'maak een eigenaar, of geef een eigenaar een nieuw wachtwoord',
      en: 'make an owner, or give an owner a new password',
    },
    examples: ['nabij owner', 'nabij owner --name Ans'],
    load: async () => (await import('./owner.ts')).owner,
  },
  {
    words: ['people', 'list'],
    text: { nl: 'wie erin mag, en met welke rol', en: 'who may come in, and with which role' },
    examples: ['nabij people list', 'nabij people list --json'],
    load: async () => (await import('./list.ts')).list,
  },
]
