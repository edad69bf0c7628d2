import type {
  Europe,
  Evidence,
  ExitProof,
  ExitState,
  Finding,
  OwnRule,
  Question,
  RegisterSummary,
  Service,
  ServiceNotes,
} from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { exitProof } from '../conclude/exit-proof.ts'
import { added } from '../evidence/collect.ts'
import { answered, isAsked } from '../resolve/asked.ts'
import { ruleFor } from '../resolve/own-rules.ts'
import { type Apart, groupFindings } from './group.ts'
import { makeService } from './make-service.ts'
import { summarise } from './summary.ts'

export interface RegisterInput {
  findings: readonly Finding[]
  /** What a person said, by service id. */
  notes: Readonly<Record<string, ServiceNotes>>
  rules: readonly OwnRule[]
  apart: readonly Apart[]
  index: KnowledgeIndex
  europe: Europe
  /** YYYY-MM-DD */
  today: string
  /** Open questions of all evidence. */
  questions?: readonly Question[]
  /** All evidence, and how far leaving each service is said to be, by service id: what proves that a service is gone. */
  evidence?: readonly Evidence[]
  exits?: Readonly<Record<string, ExitState>>
}

export interface Register {
  /** By id; without those that are gone. */
  services: Service[]
  /** Services that were left, and that evidence since then shows no more. */
  gone: Service[]
  /** Of every service that is said to be left: what evidence says. */
  proofs: Record<string, ExitProof>
  summary: RegisterSummary
  /** Those that no rule answers, the same words once, the dearest and commonest first. */
  questions: Question[]
}

/** The register out of everything that was found and said: the same input in any order gives the same bytes. */
export function buildRegister(input: RegisterInput): Register {
  const { notes, apart, index, europe } = input
  const unique = new Map(input.findings.map((finding) => [finding.id, finding]))
  const sorted = [...unique.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((finding) => (isAsked(finding) ? answered(finding, input.rules, index) : [finding]))
  const all = groupFindings(sorted, apart, index).map((group) => makeService(group, notes[group.id], index, europe))
  const proofs = proofsOf(all, input)
  const isGone = ({ id }: Service) => proofs[id]?.state === 'gone'
  const services = all.filter((service) => !isGone(service))
  const questions = openQuestions(input.questions ?? [], input.rules)
  return { services, gone: all.filter(isGone), proofs, summary: summarise(services), questions }
}

function proofsOf(services: readonly Service[], { evidence = [], exits = {} }: RegisterInput): Register['proofs'] {
  const proofs: Register['proofs'] = {}
  for (const { id, findings } of services) {
    const { state, switchedOn } = exits[id] ?? { state: null, switchedOn: null }
    if ((state !== 'switched' && state !== 'gone') || switchedOn === null) continue
    proofs[id] = exitProof({ findings, evidence, switchedOn, saidGone: state === 'gone' })
  }
  return proofs
}

function openQuestions(questions: readonly Question[], rules: readonly OwnRule[]): Question[] {
  const open = new Map<string, Question>()
  const unique = new Map(questions.map((question) => [question.id, question]))
  for (const question of [...unique.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (ruleFor(rules, question.words)) continue
    const known = open.get(question.words)
    open.set(question.words, known ? added(known, question) : question)
  }
  const weight = ({ total }: Question) => Math.abs(total?.amountMinor ?? 0)
  return [...open.values()].sort((a, b) => weight(b) - weight(a) || b.count - a.count || (a.words < b.words ? -1 : 1))
}
