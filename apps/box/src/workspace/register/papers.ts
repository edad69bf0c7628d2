import {
  type AnswerSheet,
  type Ask,
  Decision,
  type ExitProof,
  type ExitState,
  type Language,
  type Letter,
  NabijError,
  newId,
} from '@nabij/base'
import type { EvidenceDesk } from './evidence-desk.ts'
import type { Json } from './json.ts'
import type { KeptPapers } from './kept-papers.ts'
import type { PaperWish } from './paper-calls.ts'
import type { RegisterCalls } from './register-calls.ts'
import type { RegisterThread } from './register-thread.ts'
import { typeset } from './typeset.ts'

export type PaperKind = 'html' | 'pdf' | 'csv' | 'cyclonedx' | 'ics' | 'customer'

export interface PaperFile {
  bytes: Uint8Array
  name: string
  type: string
}

/** An answer as somebody types it over from what the supplier wrote. */
export interface TypedAnswer {
  answeredOn: string | null
  answers: Partial<Record<Ask, string>>
}

/** How far leaving one service is: as it was said, and as evidence has it. */
export interface Exit {
  serviceId: string
  serviceName: string
  /** Euro cents a year, by the register. */
  costPerYear: number | null
  said: ExitState
  proof: ExitProof | null
}

/** What people take along, write and decide. */
export interface Papers {
  report(language: Language): Promise<Json>
  paper(kind: PaperKind, language: Language): Promise<PaperFile>
  letters(): Promise<Letter[]>
  addLetter(serviceId: string, language: Language): Promise<Letter>
  changeLetter(id: string, change: Partial<Pick<Letter, 'subject' | 'body' | 'state'>>): Promise<Letter>
  letterPdf(id: string): Promise<PaperFile>
  /** The sheet that goes with a letter, for the supplier to fill in. */
  answerSheet(id: string): Promise<PaperFile>
  /** Reads an answer as the evidence that it is; the letter is answered by it. */
  answerLetter(id: string, answer: TypedAnswer): Promise<Letter>
  decisions(): Promise<Decision[]>
  decide(decision: Pick<Decision, 'asked' | 'decision' | 'reason'>): Promise<Decision>
  decisionsCsv(language: Language): Promise<PaperFile>
  /** Every service of which leaving was begun, with what evidence says. */
  exits(): Promise<Exit[]>
  exitPlan(serviceId: string, language: Language): Promise<object>
  changeExit(serviceId: string, change: Partial<ExitState>, language: Language): Promise<object>
  exitPlanPdf(serviceId: string, language: Language): Promise<PaperFile>
}

interface PaperPorts {
  kept: KeptPapers
  ask: RegisterThread['ask']
  /** What was stored shows from now on. */
  changed(why?: string | null): Promise<void>
  read: EvidenceDesk['read']
  clock(): number
  version: string
  /** The program that typesets: Typst in, PDF out. */
  paperProgram: string
}

/** Four weeks, as the letter says. */
const patience = 28 * 86_400_000
const pdf = 'application/pdf'
const csv = 'text/csv; charset=utf-8'

const kinds = {
  html: { call: 'html', ending: 'html', type: 'text/html; charset=utf-8' },
  pdf: { call: 'typst', ending: 'pdf', type: pdf },
  csv: { call: 'csv', ending: 'csv', type: csv },
  cyclonedx: { call: 'cyclonedx', ending: 'cdx.json', type: 'application/vnd.cyclonedx+json' },
  customer: { call: 'customerSheet', ending: 'customer.csv', type: csv },
  ics: { call: 'calendar', ending: 'ics', type: 'text/calendar; charset=utf-8' },
} as const satisfies Record<PaperKind, { call: keyof RegisterCalls; ending: string; type: string }>

export function createPapers({ kept, ask, changed, read, clock, version, paperProgram }: PaperPorts): Papers {
  const wish = (language: Language): PaperWish => ({ language, now: clock(), serial: newId(), version })
  const today = (): string => new Date(clock()).toISOString().slice(0, 10)

  /** A letter is answered by the evidence that answers it, for as long as that is there. */
  async function letters(): Promise<Letter[]> {
    const answered = await ask('answeredLetters')
    return (await kept.letters()).map((letter) => {
      const by = answered[letter.id]
      if (!by) return letter
      const answeredAt = by.saidOn === null ? (letter.answeredAt ?? clock()) : Date.parse(`${by.saidOn}T00:00:00Z`)
      return { ...letter, state: 'answered', answeredAt, evidence: by.evidence }
    })
  }

  async function letter(id: string): Promise<Letter> {
    const found = (await letters()).find((one) => one.id === id)
    if (!found) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
    return found
  }

  async function exitPlan(serviceId: string, language: Language): Promise<object> {
    const { plan, proof } = await ask('exitPlan', serviceId, language)
    const said = await kept.exit(serviceId)
    return { ...plan, ...said, state: provenState(said, proof), proof }
  }

  return {
    report: (language) => ask('report', wish(language)),
    async paper(kind, language) {
      const { call, ending, type } = kinds[kind]
      const text = await ask(call, wish(language))
      const bytes = kind === 'pdf' ? await typeset(paperProgram, text) : textBytes(text)
      return { bytes, name: `register.${ending}`, type }
    },
    letters,
    async addLetter(serviceId, language) {
      const { subject, body, asks } = await ask('letter', serviceId, language)
      const about = { id: newId(), serviceId, language, subject, body, asks }
      const none = { sentAt: null, answeredAt: null, answerBy: null, evidence: null }
      const written = await kept.keepLetter({ ...about, state: 'draft', createdAt: clock(), ...none })
      await changed()
      return written
    },
    async changeLetter(id, change) {
      const before = await letter(id)
      const now = { ...before, ...change }
      if (change.state === 'sent' && before.sentAt === null) {
        now.sentAt = clock()
        now.answerBy = new Date(clock() + patience).toISOString().slice(0, 10)
      }
      if (change.state === 'sent' || change.state === 'draft') now.answeredAt = null
      if (change.state === 'draft') Object.assign(now, { sentAt: null, answerBy: null })
      if (change.state === 'answered') now.answeredAt = clock()
      // That it is late, or answered by evidence, is seen and not kept.
      if (change.state === undefined)
        now.state = (await kept.letters()).find((one) => one.id === id)?.state ?? now.state
      if (now.state === 'late') now.state = 'sent'
      await kept.keepLetter({ ...now, evidence: null })
      await changed()
      return letter(id)
    },
    async letterPdf(id) {
      const one = await letter(id)
      return {
        bytes: await typeset(paperProgram, await ask('letterTypst', one)),
        name: fileName(one, 'pdf'),
        type: pdf,
      }
    },
    async answerSheet(id) {
      const one = await letter(id)
      return { bytes: textBytes(await ask('answerSheet', one)), name: fileName(one, 'csv'), type: csv }
    },
    async answerLetter(id, { answeredOn, answers }) {
      const { serviceId } = await letter(id)
      const sheet: AnswerSheet = {
        format: 'nabij-answer/1',
        letter: id,
        answeredOn: answeredOn ?? today(),
        services: [{ id: serviceId, answers }],
      }
      const bytes = textBytes(JSON.stringify(sheet))
      await read(
        { name: `${serviceId.replaceAll(/[^\w.-]/g, '-')}-${sheet.answeredOn}.json`, bytes: once(bytes) },
        { preview: false },
      )
      return letter(id)
    },
    decisions: () => kept.decisions(),
    decide: (decision) => kept.keepDecision(Decision.parse({ ...decision, id: newId(), createdAt: clock() })),
    async decisionsCsv(language) {
      const text = await ask('decisionsCsv', await kept.decisions(), language)
      return { bytes: textBytes(text), name: language === 'nl' ? 'besluiten.csv' : 'decisions.csv', type: csv }
    },
    async exits() {
      const said = await kept.exits()
      const facts = await ask('exitFacts', Object.keys(said))
      return facts.flatMap(({ serviceId, proof, ...fact }) => {
        const one = said[serviceId]
        return one ? [{ serviceId, ...fact, proof, said: { ...one, state: provenState(one, proof) } }] : []
      })
    },
    exitPlan,
    async changeExit(serviceId, change, language) {
      await ask('exitPlan', serviceId, language)
      const before = await kept.exit(serviceId)
      const now = { ...before, ...change, changedAt: clock() }
      const isLeft = now.state === 'switched' || now.state === 'gone'
      // Who says that it was left says so from today, unless another day is said; a plan that is open has no such day.
      if (!isLeft) now.switchedOn = null
      else now.switchedOn ??= today()
      if (isLeft) now.reopened = null
      await kept.keepExit(serviceId, now)
      await changed()
      return exitPlan(serviceId, language)
    },
    async exitPlanPdf(serviceId, language) {
      const { proof } = await ask('exitPlan', serviceId, language)
      const said = await kept.exit(serviceId)
      const text = await ask('exitTypst', serviceId, { ...said, state: provenState(said, proof) }, language)
      const name = `${language === 'nl' ? 'vertrekplan' : 'exit-plan'}-${serviceId.replaceAll(/[^\w.-]/g, '-')}.pdf`
      return { bytes: await typeset(paperProgram, text), name, type: pdf }
    },
  }
}

/** Gone is what evidence shows no more, whatever was said: until then it was switched. */
function provenState({ state }: ExitState, proof: ExitProof | null): ExitState['state'] {
  if (proof?.state === 'gone') return 'gone'
  return state === 'gone' ? 'switched' : state
}

function fileName({ serviceId, language }: Pick<Letter, 'serviceId' | 'language'>, ending: 'pdf' | 'csv'): string {
  const names = { nl: { pdf: 'brief', csv: 'antwoordblad' }, en: { pdf: 'letter', csv: 'answer-sheet' } } as const
  return `${names[language][ending]}-${serviceId.replaceAll(/[^\w.-]/g, '-')}.${ending}`
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

// oxlint-disable-next-line typescript/require-await
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
