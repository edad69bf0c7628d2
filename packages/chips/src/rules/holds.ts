import type { ChipRule, OnnxNode } from '@nabij/base'
import type { Graph } from '../graph.ts'
import { areAll, hasLimits, isAttribute, isConstant, mostOutputs, noAttribute, noInput } from './attributes.ts'
import { isAttention, isNotFirst, standsBefore } from './places.ts'
import type { Check, Holds } from './rule.ts'
import {
  enlargesPlainly,
  fitsElementwise,
  hasRank,
  hasSlope,
  keepsOrder,
  keepsShape,
  padsWithNought,
  slicesPlainly,
} from './shapes.ts'
import { groupsSquarely, padsEvenly, poolsWithPadding } from './windows.ts'

const checks: { [Test in ChipRule['test']]: Check<Test> } = {
  attribute: isAttribute,
  'all-are': areAll,
  'no-attribute': noAttribute,
  'no-input': noInput,
  'most-outputs': mostOutputs,
  constant: isConstant,
  rank: hasRank,
  limits: hasLimits,
  elementwise: fitsElementwise,
  'pooled-padding': poolsWithPadding,
  'even-padding': padsEvenly,
  grouped: groupsSquarely,
  before: standsBefore,
  'not-first': isNotFirst,
  'order-kept': keepsOrder,
  'shape-kept': keepsShape,
  slope: hasSlope,
  'zero-padding': padsWithNought,
  slice: slicesPlainly,
  enlarged: enlargesPlainly,
  attention: isAttention,
  ask: () => 'unknown',
}

/** Whether a rule of a chip holds for one operator of a model. */
export function holds(rule: ChipRule, node: OnnxNode, graph: Graph): Holds {
  return (checks[rule.test] as Check<typeof rule.test>)(node, rule, graph)
}
