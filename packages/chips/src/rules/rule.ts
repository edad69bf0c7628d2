import type { ChipRule, OnnxNode } from '@nabij/base'
import type { Graph } from '../graph.ts'

/** Whether a rule holds; `unknown` when a size is not known before the model runs, or only the vendor's compiler can say. */
export type Holds = 'yes' | 'no' | 'unknown'

export type RuleOf<Test extends ChipRule['test']> = Extract<ChipRule, { test: Test }>

export type Check<Test extends ChipRule['test']> = (node: OnnxNode, rule: RuleOf<Test>, graph: Graph) => Holds

export function asHolds(holds: boolean): Holds {
  return holds ? 'yes' : 'no'
}

/** All must hold: one "no" settles it. */
export function both(...all: Holds[]): Holds {
  return all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes'
}

export function either(...all: Holds[]): Holds {
  return all.includes('yes') ? 'yes' : all.includes('unknown') ? 'unknown' : 'no'
}
