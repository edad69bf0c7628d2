import { spawn } from 'node:child_process'
import type { RegisterStore } from '@nabij/adapters/sqlite'
import { ExitState, type Language, NabijError, newId } from '@nabij/base'
import { z } from 'zod'
import type { Json } from './json.ts'
import type { PaperWish, RegisterCalls } from './register-calls.ts'
import type { RegisterThread } from './register-thread.ts'

/** A letter as it is kept: written by nabij, edited and sent by a person. */
export const StoredLetter = z.strictObject({
  id: z.string(),
  serviceId: z.string(),
  language: z.enum(['nl', 'en']),
  subject: z.string().min(1).max(300),
  body: z.string().min(1).max(20_000),
  /** What was missing when it was written. */
  asks: z.array(z.string()),
  state: z.enum(['draft', 'sent', 'answered', 'late']),
  createdAt: z.int(),
  sentAt: z.int().nullable(),
  answeredAt: z.int().nullable(),
  /** Until when an answer was asked for. */
  answerBy: z.iso.date().nullable(),
})
export type StoredLetter = z.infer<typeof StoredLetter>

export const StoredDecision = z.strictObject({
  id: z.string(),
  /** What was considered. */
  asked: z.string().min(1).max(300),
  decision: z.enum(['buy', 'not', 'later']),
  reason: z.string().max(2000),
  createdAt: z.int(),
})
export type StoredDecision = z.infer<typeof StoredDecision>

export type PaperKind = 'html' | 'pdf' | 'csv' | 'cyclonedx' | 'ics'

/** What people take along, write and decide. */
export interface Papers {
  report(language: Language): Promise<Json>
  paper(kind: PaperKind, language: Language): Promise<{ bytes: Uint8Array; name: string; type: string }>
  letters(): Promise<StoredLetter[]>
  addLetter(serviceId: string, language: Language): Promise<StoredLetter>
  changeLetter(id: string, change: Partial<Pick<StoredLetter, 'subject' | 'body' | 'state'>>): Promise<StoredLetter>
  decisions(): Promise<StoredDecision[]>
  decide(decision: Pick<StoredDecision, 'asked' | 'decision' | 'reason'>): Promise<StoredDecision>
  exitPlan(serviceId: string, language: Language): Promise<object>
  changeExit(serviceId: string, change: Partial<ExitState>, language: Language): Promise<object>
}

interface PaperPorts {
  store: RegisterStore
  ask: RegisterThread['ask']
  clock(): number
  version: string
  /** The program that typesets: Typst in, PDF out. */
  paperProgram: string
}

/** Four weeks, as the letter says. */
const patience = 28 * 86_400_000
const typesetMs = 60_000

const kinds = {
  html: { call: 'html', ending: 'html', type: 'text/html; charset=utf-8' },
  pdf: { call: 'typst', ending: 'pdf', type: 'application/pdf' },
  csv: { call: 'csv', ending: 'csv', type: 'text/csv; charset=utf-8' },
  cyclonedx: { call: 'cyclonedx', ending: 'cdx.json', type: 'application/vnd.cyclonedx+json' },
  ics: { call: 'calendar', ending: 'ics', type: 'text/calendar; charset=utf-8' },
} as const satisfies Record<PaperKind, { call: keyof RegisterCalls; ending: string; type: string }>

export function createPapers({ store, ask, clock, version, paperProgram }: PaperPorts): Papers {
  const wish = (language: Language): PaperWish => ({ language, now: clock(), serial: newId(), version })

  async function letters(): Promise<StoredLetter[]> {
    return (await store.papers('letter')).map(({ body }) => inTime(StoredLetter.parse(JSON.parse(body))))
  }

  /** Nobody types that a letter is late: the day says so. */
  function inTime(letter: StoredLetter): StoredLetter {
    const day = new Date(clock()).toISOString().slice(0, 10)
    const late = letter.state === 'sent' && letter.answerBy !== null && letter.answerBy < day
    return late ? { ...letter, state: 'late' } : letter
  }

  async function keepLetter(letter: StoredLetter): Promise<StoredLetter> {
    const valid = StoredLetter.parse(letter)
    await store.putPaper('letter', { id: valid.id, createdAt: valid.createdAt, body: JSON.stringify(valid) })
    return valid
  }

  async function exitState(serviceId: string): Promise<ExitState> {
    const row = (await store.papers('exit_plan')).find(({ id }) => id === serviceId)
    return ExitState.parse(row ? JSON.parse(row.body) : {})
  }

  async function exitPlan(serviceId: string, language: Language): Promise<object> {
    const { plan, lastPaid } = await ask('exitPlan', serviceId, language)
    const said = await exitState(serviceId)
    // Paid for after it was left: it is not left.
    const left = said.changedAt === null ? null : new Date(said.changedAt).toISOString().slice(0, 10)
    const isBack =
      (said.state === 'switched' || said.state === 'gone') && left !== null && lastPaid !== null && lastPaid > left
    return { ...plan, ...said, state: isBack ? 'planned' : said.state, reopened: isBack }
  }

  return {
    report: (language) => ask('report', wish(language)),
    async paper(kind, language) {
      const { call, ending, type } = kinds[kind]
      const text = await ask(call, wish(language))
      const bytes = kind === 'pdf' ? await typeset(paperProgram, text) : new TextEncoder().encode(text)
      return { bytes, name: `register.${ending}`, type }
    },
    letters,
    async addLetter(serviceId, language) {
      const { subject, body, asks } = await ask('letter', serviceId, language)
      const createdAt = clock()
      const undated = { sentAt: null, answeredAt: null, answerBy: null }
      return keepLetter({
        id: newId(),
        serviceId,
        language,
        subject,
        body,
        asks,
        state: 'draft',
        createdAt,
        ...undated,
      })
    },
    async changeLetter(id, change) {
      const letter = (await letters()).find((one) => one.id === id)
      if (!letter) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      const now = { ...letter, ...change }
      if (change.state === 'sent' && letter.sentAt === null) {
        now.sentAt = clock()
        now.answerBy = new Date(clock() + patience).toISOString().slice(0, 10)
      }
      if (change.state === 'answered') now.answeredAt = clock()
      return keepLetter(now)
    },
    async decisions() {
      return (await store.papers('decision')).map(({ body }) => StoredDecision.parse(JSON.parse(body)))
    },
    async decide(decision) {
      const made = StoredDecision.parse({ ...decision, id: newId(), createdAt: clock() })
      await store.putPaper('decision', { id: made.id, createdAt: made.createdAt, body: JSON.stringify(made) })
      return made
    },
    exitPlan,
    async changeExit(serviceId, change, language) {
      const state = ExitState.parse({ ...(await exitState(serviceId)), ...change, changedAt: clock() })
      await ask('exitPlan', serviceId, language)
      await store.putPaper('exit_plan', { id: serviceId, createdAt: clock(), body: JSON.stringify(state) })
      return exitPlan(serviceId, language)
    },
  }
}

/** Native code typesets: in a process of its own, which may fall without us. */
async function typeset(program: string, source: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  const late = setTimeout(() => child.kill('SIGKILL'), typesetMs)
  const pieces: Buffer[] = []
  let said = ''
  child.stdout.on('data', (piece: Buffer) => void pieces.push(piece))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-500)
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(source)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  clearTimeout(late)
  if (code !== 0)
    throw new NabijError('NABIJ_PDF_UNAVAILABLE', { reason: said.trim().split('\n')[0] || `exit ${code}` })
  return Buffer.concat(pieces)
}
