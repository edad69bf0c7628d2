import { NabijError, type RecipeFacts } from '@nabij/base'
import { buildCorrected, type DefectRows } from '../graph/corrected-graph.ts'
import type { RecipeBranch } from '../graph/read-branches.ts'
import { joined } from '../learning/tensors.ts'
import { method } from '../method.ts'
import type { ModelProto } from '../onnx/proto.ts'
import { rowsAt, unexplained } from './choose-rows.ts'
import { correcting } from './constants.ts'
import { defectOf } from './defect.ts'
import { learnKinds, type NamedDefect } from './learn-kinds.ts'
import type { MarkedDistances } from './marked-distances.ts'
import { type DefectGroup, raised } from './raised.ts'
import type { BranchView, MarkedView } from './views.ts'
import { type LimitUsed, ratioOf, scoreOf, wanted } from './weigh.ts'

/** What is corrected. */
export interface Base {
  onnx: Uint8Array
  model: ModelProto
  facts: RecipeFacts
  branches: RecipeBranch[]
  distances: MarkedDistances
  /** Places chosen before, by the good words up to there: of the next correction only the new word costs anything. */
  choices: Map<string, number[]>
}

export interface Corrected {
  onnx: Uint8Array
  facts: RecipeFacts
  /** Of all marked pictures; null for one that has no part or could not be read. */
  checked: { id: string; score: number | null }[]
}

/** A part of a marked picture, with what the corrections so far make of it, branch by branch. */
export interface PartState {
  views: BranchView[]
  /** Distances to the nearest good row. */
  good: Float32Array[]
  /** Distances to the nearest row of each defect group. */
  near: Float32Array[][]
}

interface State {
  parts: Map<MarkedView, PartState[]>
  added: Float32Array[][]
  groups: DefectGroup[][]
  /** The good words followed so far. */
  chain: string
}

const mostChoices = 1000

/** See correct/README.md. */
export async function correctWith(
  base: Base,
  given: MarkedView[],
  marked: MarkedView[],
  limit: LimitUsed | null = null,
): Promise<Corrected> {
  const want = wanted(base.facts, limit)
  const corrections = lastWords(given)
  const all = [...marked, ...corrections]
  let state = await follow(new Set())
  const failing = corrections.filter((each) => each.label === 'good' && worst(state, each) > want.good)
  if (failing.length > 0) state = await follow(new Set(failing))
  const last = corrections.at(-1)
  if (last?.parts?.length && !holds(state, last)) throw new NabijError('NABIJ_CORRECTION_CONTRADICTS', { id: last.id })
  const checked = marked.map((each) => ({ id: each.id, score: score(state, each) }))
  const kinds = learnKinds(namedDefects(state))
  if (corrections.length === 0 && !kinds) return { onnx: base.onnx, facts: base.facts, checked }
  const facts = factsOf(base, state, corrections, kinds?.facts ?? base.facts.kinds)
  const banks = base.branches.map((branch, n) => ({
    bank: joined([branch.bank, ...(state.added[n] ?? [])]),
    defects: defectRows(state.groups[n] ?? [], branch.width),
  }))
  const onnx = buildCorrected(base.model, base.branches, banks, kinds?.head ?? null, facts)
  return { onnx, facts, checked }

  /** Good words first, so that what a person called good explains as much as it can; then bad ones, each in its order. */
  async function follow(entirely: Set<MarkedView>): Promise<State> {
    const state = stateOf(base, all)
    for (const each of corrections) if (each.label === 'good') await allow(state, each, entirely.has(each))
    for (const each of corrections) if (each.label === 'bad') await refuse(state, each)
    return state
  }

  /** As the recipe will see them: by their worst part, and by its distances to good rows. */
  function namedDefects(state: State): NamedDefect[] {
    return marked.flatMap((picture) => {
      const { label, kind } = picture
      if (label !== 'bad' || kind === null) return []
      const [worst] = (state.parts.get(picture) ?? []).toSorted((a, b) => ratioNow(state, b) - ratioNow(state, a))
      if (!worst) return []
      const part = worst.views.map(({ rows }, n) => ({ rows, distances: worst.good[n] ?? new Float32Array() }))
      return [{ kind, part }]
    })
  }

  async function allow(state: State, picture: MarkedView, entirely: boolean): Promise<void> {
    state.chain += ` ${picture.key}${entirely ? '+' : ''}`
    for (const [number, part] of (state.parts.get(picture) ?? []).entries()) {
      for (const [n, branch] of base.branches.entries()) {
        const [view, good] = [part.views[n], part.good[n]]
        if (!view || !good) continue
        const usual = branch.scale / base.branches.length
        const explained = entirely ? 2 * Math.sqrt(method.smallestSquare) : correcting.explained * usual
        const most = entirely ? good.length : (correcting.goodRows[n] ?? 0)
        const places = remembered(`${state.chain}/${number}/${n}`, () => unexplained(view, good, explained, most))
        if (places.length === 0) continue
        const rows = rowsAt(view.rows, places, branch.width)
        state.added[n]?.push(rows)
        const name = `${picture.key}/${number}/${n}/${places.join()}`
        await eachPart(state, n, { name, rows }, branch.width, (other, away) => {
          other.good[n] = (other.good[n] ?? away).map((own, place) => Math.min(own, away[place] ?? own))
        })
      }
    }
  }

  function remembered(name: string, choose: () => number[]): number[] {
    const places = base.choices.get(name) ?? choose()
    if (base.choices.size > mostChoices) base.choices.clear()
    base.choices.set(name, places)
    return places
  }

  async function refuse(state: State, picture: MarkedView): Promise<void> {
    const parts = state.parts.get(picture) ?? []
    const [part] = parts.toSorted((a, b) => ratioNow(state, b) - ratioNow(state, a))
    if (!part || ratioNow(state, part) >= want.bad) return
    const others = [...state.parts].filter(([other]) => other.label === 'good' && other.key !== picture.key)
    const groups = await defectOf(
      base,
      part,
      want.bad,
      others.flatMap(([, each]) => each),
      `${picture.key}/${parts.indexOf(part)}`,
    )
    for (const [n, group] of groups.entries()) {
      if (!group) continue
      state.groups[n]?.push(group)
      await eachPart(state, n, group, base.branches[n]?.width ?? 1, (other, away) => other.near[n]?.push(away))
    }
  }

  async function eachPart(
    state: State,
    n: number,
    added: { name: string; rows: Float32Array },
    width: number,
    change: (part: PartState, away: Float32Array) => unknown,
  ): Promise<void> {
    const parts = [...state.parts.values()].flat()
    const views = parts.flatMap(({ views }) => views[n] ?? [])
    const all = await base.distances.to(added, views, width)
    for (const [index, part] of parts.entries()) change(part, all[index] ?? new Float32Array())
  }

  function ratioNow(state: State, { good, near }: PartState): number {
    const distances = good.map((own, n) => raised(own, state.groups[n] ?? [], near[n] ?? []))
    return ratioOf(base.branches, distances, good)
  }

  function worst(state: State, picture: MarkedView): number {
    return Math.max(0, ...(state.parts.get(picture) ?? []).map((part) => ratioNow(state, part)))
  }

  function score(state: State, picture: MarkedView): number | null {
    return scoreOf((state.parts.get(picture) ?? []).map((part) => ratioNow(state, part)))
  }

  function holds(state: State, picture: MarkedView): boolean {
    const ratio = worst(state, picture)
    // Rounding apart: the engine adds up in another order than JavaScript does.
    return picture.label === 'good' ? ratio <= want.good : ratio >= want.bad * 0.98
  }
}

/** Of several words on one picture only the last counts. */
function lastWords(corrections: MarkedView[]): MarkedView[] {
  return corrections.filter((each, n) => !corrections.slice(n + 1).some(({ key }) => key === each.key))
}

function stateOf({ branches }: Base, pictures: MarkedView[]): State {
  const partState = (views: BranchView[]): PartState => ({
    views,
    good: views.map(({ distances }) => distances),
    near: views.map(() => []),
  })
  return {
    parts: new Map(pictures.map((each) => [each, (each.parts ?? []).map(partState)])),
    added: branches.map(() => []),
    groups: branches.map(() => []),
    chain: '',
  }
}

function defectRows(groups: DefectGroup[], width: number): DefectRows | null {
  if (groups.length === 0) return null
  const each = (of: (group: DefectGroup) => number) =>
    Float32Array.from(groups.flatMap((group) => Array<number>(group.rows.length / width).fill(of(group))))
  return {
    rows: joined(groups.map(({ rows }) => rows)),
    gains: each(({ gain }) => gain),
    floors: each(({ floor }) => floor),
    reaches: each(({ reach }) => reach),
  }
}

function factsOf(base: Base, { added }: State, corrections: MarkedView[], kinds: RecipeFacts['kinds']): RecipeFacts {
  const { facts, branches } = base
  const more = (n: number) => (added[n] ?? []).reduce((sum, rows) => sum + rows.length / (branches[n]?.width ?? 1), 0)
  const count = (label: string) => corrections.filter((each) => each.label === label).length
  return {
    ...facts,
    format: 'nabij-inspection/2',
    rows: { local: facts.rows.local + more(0), semantic: facts.rows.semantic + more(1) },
    kinds,
    corrections: { good: count('good'), bad: count('bad') },
  }
}
