import { createHash } from 'node:crypto'
import type { DnsAsker } from '@nabij/adapters/egress'
import type { ReaderOptions } from '@nabij/adapters/reader'
import type { RegisterStore } from '@nabij/adapters/sqlite'
import {
  type Evidence,
  type Finding,
  NabijError,
  type RegisterChange,
  RegisterSnapshot,
  type Scenario,
  ServiceNotes,
} from '@nabij/base'
import type { Timer } from '@nabij/stations'
import { type ChipsDesk, createChipsDesk } from '../chips/chips-desk.ts'
import { createEconomicsDesk, type EconomicsDesk } from '../economics/economics-desk.ts'
import { createLine } from '../line.ts'
import { currentRegister, latest } from './current-register.ts'
import { dailyState } from './daily-state.ts'
import { createDnsDesk, type DnsDesk } from './dns-desk.ts'
import { createDoubtsDesk, type DoubtsDesk } from './doubts-desk.ts'
import { createEvidenceDesk, type EvidenceDesk } from './evidence-desk.ts'
import { type Json, parsed } from './json.ts'
import { keptPapers } from './kept-papers.ts'
import { createKnowledgeDesk, type KnowledgeDesk } from './knowledge-desk.ts'
import { openPacks, type PackFiles } from './packs.ts'
import { createPapers, type Papers } from './papers.ts'
import { byHand } from './register-calls.ts'
import { registerThread } from './register-thread.ts'
import { RegisterSettings } from './setting.ts'
import { createTableColumns } from './table-columns.ts'

export interface RegisterPorts {
  store: RegisterStore
  settings: { get(name: string): Promise<string | null>; set(name: string, value: string): Promise<void> }
  reader: ReaderOptions
  /** The program that typesets: Typst in, PDF out. */
  paperProgram: string
  /** Path of the knowledge pack that came with nabij. */
  knowledge: string
  /** The program that looks at a foreign pack of knowledge. */
  knowledgeProgram: string
  /** The program that looks at a model. */
  chipProgram: string
  /** Where packs that were put in use lie. */
  files: PackFiles
  clock(): number
  /** Of a box that stays on: it stores the state of each day. A command that ends has none. */
  timer?: Timer
  version: string
  /** Asks name servers. */
  dns: DnsAsker
  sample: boolean
  log(level: 'info' | 'warn', message: string, fields?: Record<string, unknown>): void
}

/** The register of one workspace. */
export interface RegisterDesk
  extends EconomicsDesk,
    ChipsDesk,
    Papers,
    KnowledgeDesk,
    EvidenceDesk,
    DoubtsDesk,
    DnsDesk {
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
  changes(limit: number): Promise<(RegisterChange & { at: number; because: string | null })[]>
  concentration(): Promise<Json>
  scenario(scenario: Scenario): Promise<Json>
  check(text: string): Promise<Json>
  settings(): Promise<RegisterSettings>
  changeSettings(change: Partial<RegisterSettings>): Promise<RegisterSettings>
  /** What the box's own meter saw, in the place of what it saw before: evidence like any other. */
  meterSeen(pieces: readonly MeterSeen[]): Promise<void>
  stop(): Promise<void>
}

/** A stretch of time that a meter was about, and the sign of a service in it where there was one. */
export interface MeterSeen {
  evidence: Evidence
  findings: Finding[]
}

const settingName = 'register'
export async function openRegister(ports: RegisterPorts): Promise<RegisterDesk> {
  const { store, clock, log, sample } = ports
  await store.sweep()
  const thread = registerThread(ports.knowledge)
  const saying = createLine(Number.POSITIVE_INFINITY)
  async function settings(): Promise<RegisterSettings> {
    const text = await ports.settings.get(settingName)
    return RegisterSettings.parse(text === null ? {} : JSON.parse(text))
  }

  const packs = await openPacks({ store, files: ports.files, shipped: ports.knowledge, log })
  const kept = keptPapers(store, clock)
  const { current, ask, changed, today } = currentRegister({
    store,
    kept,
    thread,
    settings,
    knowledge: packs.path,
    clock,
    sample,
  })
  const knowing = createKnowledgeDesk({ ...ports, packs, program: ports.knowledgeProgram, ask, changed })

  const doubts = createDoubtsDesk({ store, clock, ask, changed, tick })
  const { stop: finishReading, ...evidence } = createEvidenceDesk({
    store,
    clock,
    log,
    settings,
    changed,
    reader: () => ({ ...ports.reader, args: [packs.path()] }),
    rules: doubts.rules,
    columns: createTableColumns(ports.settings),
  })

  const papers = createPapers({ ...ports, kept, ask, changed, read: evidence.read })

  const daily =
    ports.timer &&
    dailyState({
      timer: ports.timer,
      storedOn: async () => {
        const last = (await store.snapshots()).find(({ month }) => month === latest)
        return last ? RegisterSnapshot.parse(JSON.parse(last.figures)).day : null
      },
      today,
      store: current,
      onError: (error) => log('warn', 'state of the day not stored', { error }),
    })

  return {
    ...papers,
    ...knowing,
    ...createEconomicsDesk(ask),
    ...createChipsDesk({ ask, packs, files: ports.files, program: ports.chipProgram }),
    ...doubts,
    ...evidence,
    ...createDnsDesk(ports.dns, evidence),
    async overview() {
      const ready = await current()
      const states = (await store.snapshots()).filter(({ month }) => month !== latest)
      return ready.ask(
        'overview',
        states.map(({ figures }) => figures),
      )
    },
    service: async (id) => (await current()).ask('service', id),
    tick,
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
    search: (text) => ask('search', text),
    vendor: (id) => ask('vendor', id),
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
    async meterSeen(pieces) {
      const before = (await store.evidence()).filter(({ reader }) => reader === 'meter')
      const wanted = new Set(pieces.map(({ evidence }) => evidence.id))
      const gone = before.filter(({ id }) => !wanted.has(id))
      const known = new Map(before.map((evidence) => [evidence.id, withoutTime(evidence)]))
      const fresh = pieces.filter(({ evidence }) => known.get(evidence.id) !== withoutTime(evidence))
      if (gone.length === 0 && fresh.length === 0) return
      for (const { id } of gone) await store.remove(id)
      await store.add(fresh.map((piece) => ({ ...piece, questions: [] })))
      await changed(fresh[0]?.evidence.path ?? null)
    },
    async stop() {
      await daily?.stop()
      await finishReading()
      await thread.stop()
    },
  }

  async function tick(asked: { productId?: string | undefined; name?: string | undefined }): Promise<Json> {
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
  }

  /** Where a tick with a typed name ended up: only the register knows. */
  async function serviceOf({ evidence }: Finding): Promise<string> {
    const { services } = parsed<{ services: { id: string; findings: Finding[] }[] }>(await thread.ask('overview', []))
    return services.find(({ findings }) => findings.some((one) => one.evidence === evidence))?.id ?? ''
  }
}

/** When it was looked at changes nothing of what was seen. */
function withoutTime({ id, path, records, findings, from, to }: Evidence): string {
  return JSON.stringify([id, path, records, findings, from, to])
}

/** The same tick twice is one tick. */
function tickId(what: string): string {
  return `hand-${createHash('sha256').update(what.trim().toLowerCase()).digest('hex').slice(0, 32)}`
}
