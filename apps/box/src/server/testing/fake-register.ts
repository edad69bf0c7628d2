import { NabijError } from '@nabij/base'
import { checkModel } from '@nabij/chips'
import { onnxFacts } from '@nabij/vision'
import { chipsCalls } from '../../workspace/chips/chips-calls.ts'
import { economicsCalls } from '../../workspace/economics/economics-calls.ts'
import { type Json, json, parsed } from '../../workspace/register/json.ts'
import type { RegisterDesk } from '../../workspace/register/register-desk.ts'
import * as chip from '../routes/chip-examples.ts'
import * as money from '../routes/economics-examples.ts'
import * as decided from '../routes/register/decided-examples.ts'
import * as examples from '../routes/register/examples.ts'

/** A register that answers with examples, as small as the server can be tested against. */
export function fakeRegister(): Omit<RegisterDesk, 'stop'> {
  const text = json
  const service = async (id: string): Promise<Json> => {
    if (id !== examples.service.id) throw new NabijError('NABIJ_SERVICE_UNKNOWN', { id })
    return text(examples.service)
  }
  let settings = examples.settings
  const calls = economicsCalls(() => ({
    version: '1',
    made: '2026-11-25',
    prices: [{ ...money.price, id: 'example-book' }],
  }))
  const prices = [{ ...money.price, id: 'example-card', kind: 'hardware', unit: 'piece', per: 1 } as const]
  const chips = chipsCalls(() => ({
    version: '1',
    made: '2026-11-25',
    chips: [chip.chip],
    chipFacts: [chip.fact],
    prices,
  }))
  return {
    chips: async () => chips.chips(),
    chipFacts: async () => chips.chipFacts(null),
    chipNeed: async (station) => chips.chipNeed(station),
    async checkModel(onnx, { chip: id }) {
      if (id !== undefined && id !== chip.chip.id)
        throw new NabijError('NABIJ_CHIP_UNKNOWN', { id, known: chip.chip.id })
      return checkModel(onnxFacts(onnx), [chip.chip])
    },
    overview: async () => text({ summary: examples.summary, services: [examples.service] }),
    service,
    tick: async () => text(examples.service),
    async untick(id) {
      await service(id)
    },
    say: async (id, change) => text({ ...parsed<object>(await service(id)), notes: { ...examples.notes, ...change } }),
    tiles: async () => text({ groups: [] }),
    search: async () => text({ products: [], vendors: [] }),
    vendor: async () => text(examples.vendor),
    knowledge: async () => text(examples.knowledge),
    laws: async () => text({ laws: [examples.law] }),
    prices: async () => calls.prices(),
    moneyCase: async (input) => calls.moneyCase(input),
    stated: async () => text({ vendors: [] }),
    correct: async (id, said) => text({ ...examples.vendor, id, said }),
    uncorrect: async (id) => text({ ...examples.vendor, id }),
    async updateKnowledge(bytes, { preview }) {
      let size = 0
      for await (const chunk of bytes) size += chunk.length
      if (size === 0) throw new NabijError('NABIJ_PACK_UNREADABLE', { reason: 'no JSON' })
      return { ...examples.update, installed: !preview }
    },
    undoKnowledge: async () => examples.update,
    async read({ name, bytes }, { preview }) {
      let records = 0
      for await (const chunk of bytes) records += chunk.length
      const evidence = { ...examples.evidence, path: name, records, findings: preview ? 0 : 1 }
      return { evidence: [evidence], findings: [examples.finding], questions: [], tables: [] }
    },
    evidence: async () => [examples.evidence],
    async oneEvidence(id) {
      if (id !== examples.evidence.id) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      return { ...examples.evidence, found: [examples.finding] }
    },
    removeEvidence: async () => undefined,
    questions: async () => text({ questions: [examples.question] }),
    answer: async (_id, said) => ({ ...examples.rule, ...said }),
    rules: async () => [examples.rule],
    removeRule: async () => undefined,
    setApart: async () => undefined,
    apart: async () => text({ apart: [decided.setApart] }),
    knownColumns: async () => [decided.remembered],
    async forgetColumns(id) {
      if (id !== decided.remembered.id) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
    },
    ruleBook: async () => decided.ruleBook,
    takeRuleBook: async () => decided.ruleBookImport,
    dnsPlan: () => decided.dnsPlan,
    lookUpDns: async () => ({
      evidence: [examples.evidence],
      findings: [],
      questions: [],
      tables: [],
      answers: [decided.dnsAnswer],
    }),
    exits: async () => [],
    meterSeen: async () => undefined,
    changes: async () => [],
    concentration: async () => text({}),
    scenario: async (scenario) => text(scenario),
    check: async (asked) => text({ asked }),
    settings: async () => settings,
    async changeSettings(change) {
      settings = { ...settings, ...change }
      return settings
    },
    report: async (language) => text({ language }),
    paper: async (kind) => ({ bytes: new TextEncoder().encode(kind), name: `register.${kind}`, type: 'text/plain' }),
    letters: async () => [examples.letter],
    addLetter: async () => examples.letter,
    changeLetter: async (_id, change) => ({ ...examples.letter, ...change }),
    letterPdf: async (id) => file(`letter-${id}.pdf`),
    answerSheet: async (id) => file(`sheet-${id}.csv`),
    answerLetter: async (id, said) => ({ ...examples.letter, id, state: 'answered', asks: Object.keys(said.answers) }),
    decisionsCsv: async (language) => file(`decisions-${language}.csv`),
    exitPlanPdf: async (id, language) => file(`exit-${id}-${language}.pdf`),
    decisions: async () => [examples.decision],
    decide: async (decision) => ({ ...examples.decision, ...decision }),
    exitPlan: async (serviceId) => ({ serviceId }),
    changeExit: async (serviceId, change) => ({ serviceId, ...change }),
  }
}

function file(name: string) {
  return { bytes: new TextEncoder().encode(name), name, type: 'text/plain' }
}
