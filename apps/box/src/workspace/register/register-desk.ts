import { createHash } from 'node:crypto'
import { type ReaderOptions, type ReadFile, readUpload } from '@nabij/adapters/reader'
import type { RegisterStore } from '@nabij/adapters/sqlite'
import {
  type Evidence,
  type Finding,
  NabijError,
  OwnRule,
  type Question,
  type RegisterChange,
  type Scenario,
  ServiceNotes,
} from '@nabij/base'
import { type Json, parsed } from './json.ts'
import { createLine } from './line.ts'
import { createPapers, type Papers } from './papers.ts'
import { byHand } from './register-calls.ts'
import { type RegisterThread, registerThread } from './register-thread.ts'
import { RegisterSettings } from './setting.ts'

export interface RegisterPorts {
  store: RegisterStore
  settings: { get(name: string): Promise<string | null>; set(name: string, value: string): Promise<void> }
  reader: ReaderOptions
  /** The program that typesets: Typst in, PDF out. */
  paperProgram: string
  /** Path of the knowledge pack. */
  knowledge: string
  clock(): number
  version: string
  sample: boolean
  log(level: 'info' | 'warn', message: string, fields?: Record<string, unknown>): void
}

/** What is read out of a file that was sent. */
export interface TakenIn {
  evidence: Evidence[]
  findings: Finding[]
  questions: Question[]
}

/** The register of one workspace. */
export interface RegisterDesk extends Papers {
  overview(): Promise<Json>
  service(id: string): Promise<Json>
  /** @throws NabijError NABIJ_KNOWLEDGE_UNKNOWN */
  tick(asked: { productId?: string | undefined; name?: string | undefined }): Promise<Json>
  /** Takes a tick back. @throws NabijError NABIJ_SERVICE_PROVEN when other evidence shows the service */
  untick(id: string): Promise<void>
  say(id: string, change: Partial<ServiceNotes>): Promise<Json>
  tiles(): Promise<Json>
  search(text: string): Promise<Json>
  vendor(id: string): Promise<Json>
  /** Reads a file in a process of its own; with `preview` nothing is kept. */
  read(
    file: { name: string; bytes: AsyncIterable<Uint8Array> },
    options: { preview: boolean; signal?: AbortSignal },
  ): Promise<TakenIn>
  evidence(): Promise<Evidence[]>
  oneEvidence(id: string): Promise<Evidence & { found: Finding[] }>
  removeEvidence(id: string): Promise<void>
  questions(): Promise<Json>
  /** The answer to a doubt becomes an own rule. */
  answer(id: string, said: { productId: string | null; name: string | null }): Promise<OwnRule>
  rules(): Promise<OwnRule[]>
  removeRule(words: string): Promise<void>
  setApart(serviceId: string, findingId: string, apart: boolean): Promise<void>
  changes(limit: number): Promise<(RegisterChange & { at: number; because: string | null })[]>
  concentration(): Promise<Json>
  scenario(scenario: Scenario): Promise<Json>
  check(text: string): Promise<Json>
  settings(): Promise<RegisterSettings>
  changeSettings(change: Partial<RegisterSettings>): Promise<RegisterSettings>
  stop(): Promise<void>
}

/** The row of the latest state among those by month. */
const latest = 'last'
const settingName = 'register'
/** Findings that are shown of a file; all of them count. */
const shown = 50
/** Files that may wait for the one that is read. */
const mostWaiting = 4

export async function openRegister(ports: RegisterPorts): Promise<RegisterDesk> {
  const { store, clock, log, sample } = ports
  await store.sweep()
  const thread = registerThread(ports.knowledge)
  const line = createLine(mostWaiting)
  const saying = createLine(Number.POSITIVE_INFINITY)
  let wanted = 1
  let loaded = { version: 0, day: '', falls: 0 }
  let loading: Promise<void> | null = null
  let because: string | null = null

  const today = (): string => new Date(clock()).toISOString().slice(0, 10)
  const isCurrent = (): boolean =>
    loaded.version === wanted && loaded.day === today() && loaded.falls === thread.falls()

  /** Brings the thread up to date before it is asked anything. */
  async function current(): Promise<RegisterThread> {
    while (!isCurrent()) {
      loading ??= load().finally(() => {
        loading = null
      })
      await loading
    }
    return thread
  }

  async function load(): Promise<void> {
    const at = { version: wanted, day: today(), falls: thread.falls() }
    const why = because
    const { company, europe, goal } = await settings()
    await thread.ask('load', await store.state(), { company, europe, goal, sample, today: at.day })
    await keepState(at.day, why)
    loaded = at
  }

  /** This month's state takes the place of itself; what changed since the last one goes into the log. */
  async function keepState(day: string, why: string | null): Promise<void> {
    const before = await store.snapshotServices(latest)
    const { changes, figures, services } = await thread.ask('turn', before)
    if (before === null && services === '[]') return
    const states = [latest, day.slice(0, 7)].map((month) => ({ month, figures, services }))
    const at = clock()
    await store.record(
      states,
      changes.map((body) => ({ at, because: why, body })),
    )
    because = null
  }

  /** What was stored shows from now on; whoever asks waits for it. */
  async function changed(why: string | null = null): Promise<void> {
    wanted += 1
    because = why
    await current()
  }

  async function settings(): Promise<RegisterSettings> {
    const text = await ports.settings.get(settingName)
    return RegisterSettings.parse(text === null ? {} : JSON.parse(text))
  }

  async function rules(): Promise<OwnRule[]> {
    return (await store.rules()).map((body) => OwnRule.parse(JSON.parse(body)))
  }

  const papers = createPapers({ ...ports, ask: async (call, ...values) => (await current()).ask(call, ...values) })

  return {
    ...papers,
    async overview() {
      const ready = await current()
      const states = (await store.snapshots()).filter(({ month }) => month !== latest)
      return ready.ask(
        'overview',
        states.map(({ figures }) => figures),
      )
    },
    service: async (id) => (await current()).ask('service', id),
    async tick(asked) {
      const ready = await current()
      const id = tickId(asked.productId ?? asked.name ?? '')
      const finding = await ready.ask('tick', id, asked)
      if (!finding) throw new NabijError('NABIJ_INVALID_INPUT', { where: 'name', rule: '' })
      const evidence: Evidence = {
        id,
        path: finding.name,
        reader: byHand,
        sha256: '',
        addedAt: clock(),
        records: 1,
        findings: 1,
        ignored: [],
        from: null,
        to: null,
      }
      await store.add([{ evidence, findings: [finding], questions: [] }])
      await changed()
      return thread.ask('service', finding.productId ?? (await serviceOf(finding)))
    },
    async untick(id) {
      const { name, evidence, other } = await (await current()).ask('ticksOf', id)
      if (other) throw new NabijError('NABIJ_SERVICE_PROVEN', { name })
      for (const one of evidence) await store.remove(one)
      await changed()
    },
    async say(id, change) {
      const ready = await current()
      if (!(await ready.ask('has', id))) throw new NabijError('NABIJ_SERVICE_UNKNOWN', { id })
      // One after the other: two who say something at the same moment must not undo each other.
      await saying(async () => {
        const before = await store.notes(id)
        const notes = ServiceNotes.parse({ ...(before === null ? {} : JSON.parse(before)), ...change })
        await store.setNotes(id, JSON.stringify(notes))
      })
      await changed()
      return thread.ask('service', id)
    },
    tiles: async () => (await current()).ask('tiles'),
    search: (text) => thread.ask('search', text),
    vendor: (id) => thread.ask('vendor', id),
    async read({ name, bytes }, { preview, signal }) {
      const { company, domains } = await settings()
      const own = [...(company ? [company] : []), ...domains]
      const read = await line(async () =>
        readUpload(ports.reader, { name, bytes }, { rules: await rules(), own, ...(signal ? { signal } : {}) }),
      )
      const known = new Map((await store.evidence()).map((one) => [one.id, one]))
      const taken = read.map((file) => {
        const { findings, questions } = file
        // The same file once more is the same evidence: also when it was first given stays.
        const addedAt = known.get(file.sha256)?.addedAt ?? clock()
        return { evidence: evidenceOf(file, addedAt), findings, questions }
      })
      if (!preview) {
        await store.add(taken)
        log('info', 'evidence taken in', { files: taken.length, reader: taken[0]?.evidence.reader })
        await changed(withoutAccounts(name))
      }
      return {
        evidence: taken.map((one) => one.evidence),
        findings: taken.flatMap((one) => one.findings).slice(0, shown),
        questions: taken.flatMap((one) => one.questions),
      }
    },
    evidence: () => store.evidence(),
    async oneEvidence(id) {
      const one = await store.oneEvidence(id)
      if (!one) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      return { ...one, found: await store.findingsOf(id, '', 1000) }
    },
    async removeEvidence(id) {
      const one = await store.oneEvidence(id)
      if (!one) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      await store.remove(id)
      await changed(one.path)
    },
    questions: async () => (await current()).ask('questions'),
    async answer(id, { productId, name }) {
      const question = await (await current()).ask('question', id)
      if (!question) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      const rule = OwnRule.parse({ words: question.words, productId, name, createdAt: clock() })
      await store.setRule(rule.words, JSON.stringify(rule))
      await changed()
      return rule
    },
    rules,
    async removeRule(words) {
      if (!(await store.removeRule(words))) throw new NabijError('NABIJ_NOT_FOUND', { what: words })
      await changed()
    },
    async setApart(serviceId, findingId, apart) {
      await store.setApart(serviceId, findingId, apart)
      await changed()
    },
    async changes(limit) {
      await current()
      const rows = await store.changes(limit)
      return rows.map(({ at, because, body }) => ({ at, because, ...(JSON.parse(body) as RegisterChange) }))
    },
    concentration: async () => (await current()).ask('concentration'),
    scenario: async (scenario) => (await current()).ask('scenario', scenario),
    check: async (text) => (await current()).ask('check', text),
    settings,
    async changeSettings(change) {
      const now = RegisterSettings.parse({ ...(await settings()), ...change })
      await ports.settings.set(settingName, JSON.stringify(now))
      await changed()
      return now
    },
    async stop() {
      await line.end()
      await thread.stop()
    },
  }

  /** Where a tick with a typed name ended up: only the register knows. */
  async function serviceOf({ evidence }: Finding): Promise<string> {
    const { services } = parsed<{ services: { id: string; findings: Finding[] }[] }>(await thread.ask('overview', []))
    return services.find(({ findings }) => findings.some((one) => one.evidence === evidence))?.id ?? ''
  }
}

/** The same tick twice is one tick. */
function tickId(what: string): string {
  return `hand-${createHash('sha256').update(what.trim().toLowerCase()).digest('hex').slice(0, 32)}`
}

/** Banks name their files after the account; of an account that somebody sends by mistake nothing is kept. */
function withoutAccounts(path: string): string {
  return path.replaceAll(/\b[A-Za-z]{2}\d{2}[A-Za-z0-9]{10,30}(?![A-Za-z0-9])/g, 'IBAN')
}

function evidenceOf(
  { path, reader, sha256, records, findings, ignored, from, to }: ReadFile,
  addedAt: number,
): Evidence {
  return {
    id: sha256,
    path: withoutAccounts(path),
    reader,
    sha256,
    addedAt,
    records,
    findings: findings.length,
    ignored,
    from,
    to,
  }
}
