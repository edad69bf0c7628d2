import {
  type Alternative,
  type Europe,
  type Evidence,
  type ExitState,
  type Finding,
  type Letter,
  NabijError,
  type OwnFact,
  type OwnRule,
  type PathGoal,
  type Question,
  type RegisterChange,
  type RegisterSnapshot,
  type Scenario,
  Service,
  type ServiceNotes,
  type SetApart,
  type Vendor,
} from '@nabij/base'
import { knowledgeIndex } from '@nabij/knowledge'
import {
  type Apart,
  assess,
  buildRegister,
  compare,
  concentration,
  findingByHand,
  nextActions,
  path,
  purchaseCheck,
  type Register,
  type Reminders,
  runScenario,
  standsBehind,
} from '@nabij/register'
import { loadKnowledge } from '../../knowledge.ts'
import { chipsCalls } from '../chips/chips-calls.ts'
import { economicsCalls } from '../economics/economics-calls.ts'
import { type Json, json, parsed } from './json.ts'
import { knowledgeCalls } from './knowledge-calls.ts'
import { paperCalls, waitingFor } from './paper-calls.ts'
import { productShown, vendorShown } from './shown.ts'
import { tileGroups } from './tiles.ts'

/** What the register is made of, as the store keeps it. */
interface State {
  evidence: Evidence[]
  findings: Finding[]
  questions: Question[]
  notes: Record<string, ServiceNotes>
  rules: OwnRule[]
  ownFacts: OwnFact[]
  apart: Apart[]
}

export interface Setting {
  company: string | null
  europe: Europe
  goal: PathGoal | null
  /** YYYY-MM-DD */
  today: string
  sample: boolean
  /** The pack of knowledge in use. */
  knowledge: string
  /** When the register is gone over again, what was written to suppliers, and how far leaving each service is. */
  reviewOn: string | null
  letters: Letter[]
  exits: Record<string, ExitState>
}

const unset: Omit<Setting, 'knowledge'> = {
  company: null,
  europe: 'eea',
  goal: null,
  today: '1970-01-01',
  sample: false,
  reviewOn: null,
  letters: [],
  exits: {},
}

/** A tick by hand is evidence by itself. */
export const byHand = 'manual'

/**
 * The register at work, for one thread of its own: what it answers is JSON text already, so that the thread that serves
 * has nothing to do but pass it on.
 */
export function registerCalls(shipped: string) {
  const nothing: State = { evidence: [], findings: [], questions: [], notes: {}, rules: [], ownFacts: [], apart: [] }
  let state = nothing
  let knowledge = shipped
  let { pack, index, sha256 } = loadKnowledge(shipped)
  let setting: Setting = { ...unset, knowledge }
  let register: Register = build()
  let byId = new Map<string, Service>()

  return {
    ...knowledgeCalls({
      now: () => ({ pack, index, sha256, facts: state.ownFacts, services: register.services }),
      servicesWith: (other) => build(other).services,
      vendorWith,
    }),
    ...economicsCalls(() => pack),
    ...chipsCalls(() => pack),
    ...paperCalls({
      now: () => ({ register, setting, evidence: state.evidence }),
      index: () => index,
      serviceWith,
      alternativesFor,
      assessed: (service) => assess(service, index, setting.europe),
      reminders,
    }),

    load(json: Json, now: Setting) {
      const stated = JSON.stringify(state.ownFacts)
      state = parsed<State>(json)
      setting = now
      if (now.knowledge !== knowledge) {
        ;({ pack, index, sha256 } = loadKnowledge(now.knowledge, state.ownFacts))
        knowledge = now.knowledge
      } else if (JSON.stringify(state.ownFacts) !== stated) index = knowledgeIndex(pack, state.ownFacts)
      register = build()
      byId = new Map([...register.services, ...register.gone].map((service) => [service.id, service]))
    },

    /** What is different since that earlier state, and the state as it is now. */
    turn(before: string | null) {
      const { services, summary } = register
      const { crucial, crucialOutside, costPerYear, outsideCost, coverage } = summary
      const figures: RegisterSnapshot = {
        day: setting.today,
        services: summary.services,
        crucial,
        crucialOutside,
        costPerYear,
        outsideCost,
        coverage,
      }
      const old = before === null ? [] : (JSON.parse(before) as Service[])
      const changes = [...compare(old, services), ...reopenedNow()].map((change) => JSON.stringify(change))
      const reopened = reopenedNow().map(({ serviceId }) => ({ serviceId, proof: register.proofs[serviceId] }))
      return { changes, reopened, figures: JSON.stringify(figures), services: JSON.stringify(services.map(light)) }
    },

    overview(snapshots: string[]) {
      const { services, summary, questions } = register
      const states = snapshots.map((figures) => JSON.parse(figures) as RegisterSnapshot)
      const actions = nextActions(register, state.evidence, setting.today, index, reminders())
      const progress = path(states, setting.goal, setting.today)
      return json({
        summary,
        services,
        actions,
        snapshots: states,
        path: progress,
        gone: register.gone.map(({ id, name }) => ({ id, name, on: register.proofs[id]?.on ?? null })),
        questions: questions.length,
      })
    },

    service(id: string) {
      const service = serviceWith(id)
      const about = [id, ...(service.vendor ? [service.vendor.id] : [])]
      return json({
        ...service,
        assessment: assess(service, index, setting.europe),
        alternatives: alternativesFor(service),
        events: about.flatMap((each) => index.events(each)),
      })
    },

    /** The finding that a tick is, and the service that it will stand under. */
    tick(evidenceId: string, asked: { productId?: string | undefined; name?: string | undefined }) {
      if (asked.productId !== undefined && !known(asked.productId))
        throw new NabijError('NABIJ_KNOWLEDGE_UNKNOWN', { id: asked.productId })
      return findingByHand(named(asked), index, evidenceId)
    },

    /** Ids of the ticks that a service rests on, and whether anything else shows it. */
    ticksOf(id: string) {
      const service = serviceWith(id)
      const ticks = service.findings.filter(({ kind }) => kind === byHand)
      return {
        name: service.name,
        evidence: [...new Set(ticks.map(({ evidence }) => evidence))],
        other: service.findings.some((finding) => finding.kind !== byHand && !standsBehind(finding)),
      }
    },

    has: (id: string) => byId.has(id),
    tiles: () => json({ groups: tileGroups(pack, new Set(byId.keys())) }),

    search(text: string) {
      const { products, vendors } = index.search(text)
      return json({
        products: products.map(({ product, vendor }) => productShown(product, vendor)),
        vendors: vendors.map((vendor) => vendorShown(vendor)),
      })
    },

    vendor(id: string) {
      const vendor = vendorWith(id)
      const about = [vendor.id, ...vendor.products.map((product) => product.id)]
      const alternatives = vendor.products.flatMap((product) => index.alternativesFor(product.id, product.kind))
      const events = about.flatMap((each) => index.events(each))
      const own = index.own(vendor.id)
      return json({ ...vendor, alternatives: unique(alternatives), events: unique(events), own })
    },

    questions: () => json({ questions: register.questions }),
    question: (id: string) => register.questions.find((one) => one.id === id) ?? null,
    /** What a person set apart, with the words of its trace; a trace that is gone with its file is not told. */
    apart() {
      const found = new Map(state.findings.map((finding) => [finding.id, finding]))
      const paths = new Map(state.evidence.map(({ id, path }) => [id, path]))
      const apart = state.apart.flatMap(({ serviceId, findingId }): SetApart[] => {
        const finding = found.get(findingId)
        if (!finding) return []
        const name = byId.get(serviceId)?.name ?? nameOf(serviceId)
        return [{ serviceId, findingId, name, text: finding.text, evidence: paths.get(finding.evidence) ?? '' }]
      })
      return json({ apart })
    },
    concentration: () => json(concentration(register.services)),
    scenario: (scenario: Scenario) => json(runScenario(scenario, register.services, index)),

    check(text: string) {
      const found = purchaseCheck(text, index, setting.europe)
      const ids = new Set(found.alternatives)
      const described = found.product ? index.alternativesFor(found.product.id, found.product.kind) : []
      return json({ ...found, described: described.filter(({ id }) => ids.has(id)) })
    },
  }

  function build(by = index): Register {
    const { europe, today, exits } = setting
    return buildRegister({ ...state, index: by, europe, today, exits })
  }

  function vendorWith(id: string): Vendor {
    const vendor = index.vendor(id) ?? index.product(id)?.vendor
    if (!vendor) throw new NabijError('NABIJ_KNOWLEDGE_UNKNOWN', { id })
    return vendor
  }

  function serviceWith(id: string): Service {
    const service = byId.get(id)
    if (!service) throw new NabijError('NABIJ_SERVICE_UNKNOWN', { id })
    return service
  }

  function reminders(): Reminders {
    return {
      reviewOn: setting.reviewOn,
      lateLetters: waitingFor(register, setting.letters).filter(({ state }) => state === 'late'),
    }
  }

  /** What was said to be left, and is seen again: each once, since its plan is open from then on. */
  function reopenedNow(): RegisterChange[] {
    return register.services.flatMap(({ id, name }) => {
      const proof = register.proofs[id]
      if (proof?.state !== 'back') return []
      return [{ kind: 'reopened', serviceId: id, name, before: null, after: proof.on, share: null }]
    })
  }

  function alternativesFor({ id, kind }: Service): Alternative[] {
    return [...index.alternativesFor(id, kind)]
  }

  /** A typed name that is exactly what one product is called is that product, also when it is a common word. */
  function named(asked: { productId?: string | undefined; name?: string | undefined }) {
    const name = asked.name?.trim().toLowerCase()
    const same = name
      ? pack.vendors.flatMap(({ products }) => products.filter((product) => product.name.toLowerCase() === name))
      : []
    return same.length === 1 ? { productId: same[0]?.id } : asked
  }

  /** How a service is called that nothing shows any more. */
  function nameOf(id: string): string {
    if (id.startsWith('vendor:')) return index.vendor(id.slice('vendor:'.length))?.name ?? id
    return index.product(id)?.product?.name ?? id.replace(/^own:/, '')
  }

  function known(id: string): boolean {
    return id.startsWith('vendor:') ? index.vendor(id.slice('vendor:'.length)) !== null : index.product(id) !== null
  }
}

export type RegisterCalls = ReturnType<typeof registerCalls>

/** What comparing with a later state needs: nothing of what was paid to whom on which day. */
function light(service: Service): Service {
  return Service.parse({
    ...service,
    findings: service.findings.filter(({ kind }) => kind === 'mail-host').map((one) => ({ ...one, payment: null })),
    exposures: [],
    merged: [],
  })
}

function unique<T extends { id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
