import type {
  Alternative,
  Ask,
  Assessment,
  ColumnChoice,
  Concentration,
  Decision,
  DnsAnswer,
  DnsPlan,
  Europe,
  Evidence,
  ExitPlan,
  ExitProof,
  ExitState,
  FactStatus,
  Finding,
  KnownEvent,
  Language,
  Letter,
  NextAction,
  OwnRule,
  OwnView,
  PathGoal,
  PathProgress,
  PurchaseCheck,
  Question,
  RegisterChange,
  RegisterSnapshot,
  RegisterSummary,
  RememberedColumns,
  RuleBook,
  RuleBookImport,
  Scenario,
  ScenarioResult,
  SeenTable,
  Service,
  ServiceKind,
  ServiceNotes,
  SetApart,
  Vendor,
} from '@nabij/base'
import { request } from './client.ts'
import { jsonCalls } from './json-calls.ts'
import { createKnowledgeApi, type KnowledgeApi } from './knowledge.ts'
import { sendFile } from './upload.ts'

export interface Register {
  summary: RegisterSummary
  services: Service[]
  actions: NextAction[]
  snapshots: RegisterSnapshot[]
  path: PathProgress
  /** Services that were left, and that later evidence shows no more. */
  gone: { id: string; name: string; on: string | null }[]
  /** How many questions are open. */
  questions: number
}

export type FullService = Service & { assessment: Assessment; alternatives: Alternative[]; events: KnownEvent[] }
/** `own`: what people here stated of it, and what the knowledge says in the place of that. */
export type FullVendor = Vendor & { alternatives: Alternative[]; events: KnownEvent[]; own: OwnView | null }

export interface TileGroup {
  kind: ServiceKind
  products: { id: string; name: string; vendor: string; ticked: boolean }[]
}

export interface ShownVendor {
  id: string
  name: string
  domains: string[]
  country: string | null
  status: FactStatus
  parent: { name: string; country: string | null } | null
}

export interface Found {
  products: { id: string; name: string; kind: ServiceKind; ai: boolean; vendor: ShownVendor }[]
  vendors: ShownVendor[]
}

/** What was read out of a file: with `preview` nothing of it is kept. */
export interface EvidenceRead {
  evidence: Evidence[]
  /** The first fifty. */
  findings: Finding[]
  questions: Question[]
  /** Tables of a bank that is not known: their columns can be corrected. */
  tables: SeenTable[]
}

/** What a look-up in the DNS brought. */
export type LookedUp = Pick<EvidenceRead, 'evidence' | 'findings' | 'questions'> & { answers: DnsAnswer[] }

export interface RegisterSettings {
  company: string | null
  domains: string[]
  europe: Europe
  goal: PathGoal | null
  reviewOn: string | null
}

/** The plan and how far one is with it. The texts come finished, in the language that was asked for. */
export type LeavingPlan = ExitPlan &
  ExitState & {
    /** Of what was left: what evidence says. */
    proof: ExitProof | null
  }

export type LoggedChange = RegisterChange & { at: number; because: string | null }
export type Checked = PurchaseCheck & { described: Alternative[] }

/** The calls about what the company depends on. Every call throws ApiError. */
export interface RegisterApi extends KnowledgeApi {
  register(): Promise<Register>
  service(id: string): Promise<FullService>
  tick(what: { productId: string } | { name: string }): Promise<Service>
  untick(id: string): Promise<void>
  note(id: string, notes: Partial<ServiceNotes>): Promise<Service>
  tiles(): Promise<TileGroup[]>
  search(text: string): Promise<Found>
  vendor(id: string): Promise<FullVendor>
  evidence(): Promise<Evidence[]>
  oneEvidence(id: string): Promise<Evidence & { found: Finding[] }>
  readEvidence(
    file: File,
    preview: boolean,
    onProgress: (share: number) => void,
    signal: AbortSignal,
    columns?: ColumnChoice,
  ): Promise<EvidenceRead>
  /** What a look-up would ask; nothing is asked yet. */
  dnsPlan(domain: string, resolver: string): Promise<DnsPlan>
  lookUp(domain: string, resolver: string, signal: AbortSignal): Promise<LookedUp>
  /** The address of what was decided, as a file. */
  ruleBook(): string
  takeRuleBook(book: RuleBook, how: { preview: boolean; replace: boolean }): Promise<RuleBookImport>
  removeEvidence(id: string): Promise<void>
  questions(): Promise<Question[]>
  answer(id: string, answer: { productId: string | null; name?: string | null }): Promise<OwnRule>
  rules(): Promise<OwnRule[]>
  removeRule(words: string): Promise<void>
  setApart(serviceId: string, findingId: string): Promise<void>
  rejoin(serviceId: string, findingId: string): Promise<void>
  apart(): Promise<SetApart[]>
  knownColumns(): Promise<RememberedColumns[]>
  forgetColumns(id: string): Promise<void>
  log(): Promise<LoggedChange[]>
  concentration(): Promise<Concentration>
  scenario(scenario: Scenario): Promise<ScenarioResult>
  check(text: string): Promise<Checked>
  settings(): Promise<RegisterSettings>
  changeSettings(change: Partial<RegisterSettings>): Promise<RegisterSettings>
  letters(): Promise<Letter[]>
  writeLetter(serviceId: string, lang: Language): Promise<Letter>
  changeLetter(id: string, change: Partial<Pick<Letter, 'subject' | 'body' | 'state'>>): Promise<Letter>
  answerLetter(
    id: string,
    answer: { answeredOn: string | null; answers: Partial<Record<Ask, string>> },
  ): Promise<Letter>
  /** Addresses of files to take along. */
  letterPdf(id: string): string
  answerSheet(id: string): string
  decisionsCsv(lang: Language): string
  customerCsv(lang: Language): string
  exitPlanPdf(serviceId: string, lang: Language): string
  decisions(): Promise<Decision[]>
  decide(decision: Pick<Decision, 'asked' | 'decision' | 'reason'>): Promise<Decision>
  exitPlan(serviceId: string, lang: Language): Promise<LeavingPlan>
  changeExit(
    serviceId: string,
    change: Partial<Omit<ExitState, 'changedAt' | 'reopened'>>,
    lang: Language,
  ): Promise<LeavingPlan>
  /** The address of something to take along. */
  paper(kind: 'pdf' | 'html' | 'csv' | 'cyclonedx.json' | 'ics', lang: Language): string
}

const text = encodeURIComponent

/** The register's API at `base`, for instance `/sample/api/v1`. */
export function createRegisterApi(base: string): RegisterApi {
  const { get, send } = jsonCalls(base)
  const service = (id: string): string => `/register/services/${text(id)}`
  return {
    ...createKnowledgeApi(base, get, send),
    register: () => get('/register'),
    service: (id) => get(service(id)),
    tick: (what) => send('POST', '/register/services', what),
    untick: (id) => send('DELETE', service(id)),
    note: (id, notes) => send('PATCH', service(id), notes),
    tiles: async () => (await get<{ groups: TileGroup[] }>('/register/tiles')).groups,
    search: (words) => get(`/knowledge/search?q=${text(words)}`),
    vendor: (id) => get(`/knowledge/vendors/${text(id)}`),
    evidence: async () => (await get<{ evidence: Evidence[] }>('/register/evidence')).evidence,
    oneEvidence: (id) => get(`/register/evidence/${text(id)}`),
    readEvidence: (file, preview, onProgress, signal, columns) =>
      sendFile(
        `${base}/register/evidence?name=${text(file.name)}&preview=${preview}${columns ? `&columns=${text(JSON.stringify(columns))}` : ''}`,
        file,
        'application/octet-stream',
        onProgress,
        signal,
      ),
    removeEvidence: (id) => send('DELETE', `/register/evidence/${text(id)}`),
    dnsPlan: (domain, resolver) =>
      get(`/register/dns?domain=${text(domain)}${resolver === '' ? '' : `&resolver=${text(resolver)}`}`),
    lookUp: async (domain, resolver, signal) => {
      const body = JSON.stringify({ domain, ...(resolver === '' ? {} : { resolver }) })
      const answer = await request(`${base}/register/dns`, 'POST', body, 'application/json', signal)
      return (await answer.json()) as LookedUp
    },
    ruleBook: () => `${base}/register/rule-book`,
    takeRuleBook: (book, { preview, replace }) =>
      send('POST', `/register/rule-book?preview=${preview}&replace=${replace}`, book),
    questions: async () => (await get<{ questions: Question[] }>('/register/questions')).questions,
    answer: (id, answer) => send('POST', `/register/questions/${text(id)}`, answer),
    rules: async () => (await get<{ rules: OwnRule[] }>('/register/rules')).rules,
    removeRule: (words) => send('DELETE', `/register/rules/${text(words)}`),
    setApart: (serviceId, findingId) => send('POST', '/register/apart', { serviceId, findingId }),
    rejoin: (serviceId, findingId) =>
      send('DELETE', `/register/apart?serviceId=${text(serviceId)}&findingId=${text(findingId)}`),
    apart: async () => (await get<{ apart: SetApart[] }>('/register/apart')).apart,
    knownColumns: async () => (await get<{ tables: RememberedColumns[] }>('/register/columns')).tables,
    forgetColumns: (id) => send('DELETE', `/register/columns/${text(id)}`),
    log: async () => (await get<{ changes: LoggedChange[] }>('/register/log?limit=100')).changes,
    concentration: () => get('/register/concentration'),
    scenario: (scenario) => send('POST', '/register/scenario', scenario),
    check: (words) => get(`/register/check?q=${text(words)}`),
    settings: () => get('/register/settings'),
    changeSettings: (change) => send('PATCH', '/register/settings', change),
    letters: async () => (await get<{ letters: Letter[] }>('/register/letters')).letters,
    writeLetter: (serviceId, lang) => send('POST', '/register/letters', { serviceId, lang }),
    changeLetter: (id, change) => send('PATCH', `/register/letters/${id}`, change),
    answerLetter: (id, answer) => send('POST', `/register/letters/${id}/answer`, answer),
    letterPdf: (id) => `${base}/register/letters/${id}/letter.pdf`,
    answerSheet: (id) => `${base}/register/letters/${id}/answer-sheet.csv`,
    decisionsCsv: (lang) => `${base}/register/decisions.csv?lang=${lang}`,
    customerCsv: (lang) => `${base}/register/customer.csv?lang=${lang}`,
    exitPlanPdf: (id, lang) => `${base}${service(id)}/exit-plan.pdf?lang=${lang}`,
    decisions: async () => (await get<{ decisions: Decision[] }>('/register/decisions')).decisions,
    decide: (decision) => send('POST', '/register/decisions', decision),
    exitPlan: (id, lang) => get(`${service(id)}/exit-plan?lang=${lang}`),
    changeExit: (id, change, lang) => send('PATCH', `${service(id)}/exit-plan?lang=${lang}`, change),
    paper: (kind, lang) => `${base}/register/report.${kind}?lang=${lang}`,
  }
}
