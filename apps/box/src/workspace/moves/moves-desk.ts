import type { MoveStore } from '@nabij/adapters/sqlite'
import {
  type DropInRoute,
  type ExitState,
  type Move,
  type MoveLine,
  MoveSaid,
  type MoveState,
  type MoveStep,
  NabijError,
  type RegisterSnapshot,
} from '@nabij/base'
import { evidenceFor, moveLine, nextFor, type Seen, stepsOf } from '@nabij/moves'
import { serviceOf } from '../drop-in/comparison-desk.ts'
import type { DropIn } from '../drop-in/drop-in.ts'
import { createLine } from '../line.ts'
import { parsed } from '../register/json.ts'
import type { Exit } from '../register/papers.ts'
import type { RegisterDesk } from '../register/register-desk.ts'
import { meterEvidence } from './meter-evidence.ts'
import { yearOf } from './year-of.ts'

export type MoveChange = Partial<MoveSaid & Pick<ExitState, 'option' | 'owner' | 'fallBack' | 'by'>>

/** Moves: the exit plans of the register, with the route, the money and the steps beside them. */
export interface MovesDesk {
  list(): Promise<Move[]>
  /** @throws NabijError NABIJ_MOVE_UNKNOWN */
  get(serviceId: string): Promise<Move>
  /** Begins one, as considered; one that there is stays as it is. @throws NabijError NABIJ_SERVICE_UNKNOWN */
  begin(serviceId: string, change: MoveChange, by: string | null): Promise<Move>
  change(serviceId: string, change: MoveChange): Promise<Move>
  step(serviceId: string, step: NewStep, by: string | null): Promise<Move>
  /** Writes down a step that was made in the exit plan itself. */
  stepMade(serviceId: string, state: MoveState, by: string | null): Promise<void>
  line(): Promise<MoveLine>
  /** Tells the register what the meters show now. */
  look(): Promise<void>
}

export interface NewStep {
  state: MoveState
  note: string | null
  switchedOn?: string | undefined
}

interface Ports {
  store: MoveStore
  register: Pick<RegisterDesk, 'exits' | 'changeExit' | 'exitPlan' | 'changes' | 'overview' | 'meterSeen'>
  dropIn: Pick<DropIn, 'list' | 'comparison' | 'meter' | 'hours'>
  clock(): number
}

/** As many as a register will ever have: the log is read whole, for a step may be years ago. */
const wholeLog = 100_000

export function createMovesDesk({ store, register, dropIn, clock }: Ports): MovesDesk {
  const oneByOne = createLine(Number.POSITIVE_INFINITY)

  async function list(): Promise<Move[]> {
    await look()
    const [exits, said, steps, changes, routes] = await Promise.all([
      register.exits(),
      store.all(),
      store.steps(),
      register.changes(wholeLog),
      dropIn.list(),
    ])
    const moves: Move[] = []
    for (const exit of exits) {
      if (exit.said.state === null) continue
      const made = steps.filter(({ serviceId }) => serviceId === exit.serviceId).map(({ step }) => step)
      const seen = changes.flatMap(({ serviceId, kind, at, because }): Seen[] =>
        serviceId === exit.serviceId && (kind === 'gone' || kind === 'reopened') ? [{ at, kind, because }] : [],
      )
      moves.push(await moveOf(exit, said[exit.serviceId] ?? MoveSaid.parse({}), stepsOf(made, seen), routes))
    }
    return moves
  }

  async function moveOf(exit: Exit, said: MoveSaid, steps: MoveStep[], routes: DropInRoute[]): Promise<Move> {
    const { state, ...plan } = exit.said
    const route = routes.find(({ id }) => id === said.routeId)
    const compared = route ? await dropIn.comparison(route.id) : null
    const facts = {
      proof: exit.proof,
      route:
        route && compared
          ? { mode: route.mode, agreement: compared.agreement.share, n: compared.n, ruleMet: compared.rule.met }
          : null,
    }
    const metered = route ? yearOf(await dropIn.meter(route.id), clock()) : null
    return {
      id: exit.serviceId,
      serviceName: exit.serviceName,
      ...plan,
      ...said,
      ...facts,
      state: state ?? 'considered',
      cost: {
        before: metered ?? exit.costPerYear,
        from: metered !== null ? 'meter' : exit.costPerYear !== null ? 'register' : null,
        after: said.costAfter,
        once: said.costOnce,
      },
      next: nextFor(state ?? 'considered', facts),
      steps,
    }
  }

  async function get(serviceId: string): Promise<Move> {
    const move = (await list()).find(({ id }) => id === serviceId)
    if (!move) throw new NabijError('NABIJ_MOVE_UNKNOWN', { id: serviceId })
    return move
  }

  async function write(serviceId: string, state: MoveState, by: string | null, note: string | null): Promise<void> {
    const { steps: _, ...facts } = await get(serviceId)
    await store.addStep(serviceId, { at: clock(), state, seen: false, by, note, evidence: evidenceFor(state, facts) })
  }

  async function change(serviceId: string, given: MoveChange): Promise<Move> {
    const { option, owner, fallBack, by, ...rest } = given
    const plan = Object.fromEntries(
      Object.entries({ option, owner, fallBack, by }).filter(([, value]) => value !== undefined),
    )
    const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
    await oneByOne(async () => {
      if (Object.keys(plan).length > 0) await register.changeExit(serviceId, plan, 'nl')
      const before = (await store.all())[serviceId] ?? {}
      await store.put(serviceId, MoveSaid.parse({ ...before, ...said }), clock())
    })
    return get(serviceId)
  }

  async function look(): Promise<void> {
    const metered = []
    for (const route of await dropIn.list()) {
      const { id, model } = route
      const serviceId = serviceOf(route)
      const hours = await dropIn.hours(id)
      if (serviceId !== null && hours.some(({ cloud }) => cloud > 0)) metered.push({ id, model, serviceId, hours })
    }
    // Where no cloud was asked the register need not even be started.
    if (metered.length === 0) return register.meterSeen([])
    const leftOn = new Map((await register.exits()).map(({ serviceId, said }) => [serviceId, said.switchedOn]))
    const seen = metered.map((one) => ({ ...one, leftOn: leftOn.get(one.serviceId) ?? null }))
    await register.meterSeen(seen.flatMap((one) => meterEvidence(one, clock())))
  }

  return {
    list,
    get,
    look,
    async begin(serviceId, given, by) {
      // A service may be known by its meter only.
      await look()
      const plan = (await register.exitPlan(serviceId, 'nl')) as { state: MoveState | null }
      if (plan.state === null) await register.changeExit(serviceId, { state: 'considered' }, 'nl')
      await change(serviceId, given)
      if (plan.state === null) await write(serviceId, 'considered', by, null)
      return get(serviceId)
    },
    async change(serviceId, given) {
      await get(serviceId)
      return change(serviceId, given)
    },
    async step(serviceId, { state, note, switchedOn }, by) {
      await get(serviceId)
      const day = switchedOn === undefined ? {} : { switchedOn }
      await register.changeExit(serviceId, { state, ...day }, 'nl')
      await write(serviceId, state, by, note)
      return get(serviceId)
    },
    stepMade: (serviceId, state, by) => write(serviceId, state, by, null),
    async line() {
      const moves = await list()
      const { snapshots } = parsed<{ snapshots: RegisterSnapshot[] }>(await register.overview())
      return moveLine(snapshots, moves)
    },
  }
}
