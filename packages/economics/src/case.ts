import type { Amount, MoneyFact, MoneyInput } from '@nabij/base'
import { type CashFlow, cashFlow, type MonthCosts, monthCosts, onceOf } from './cash-flow.ts'
import { factsOf } from './facts.ts'
import { asExpected, type Model } from './model.ts'
import { type Book, modelOf } from './model-of.ts'
import { npv, payBack } from './worth.ts'

/** A case worked out, in exact amounts; what is shown is made from this. */
export interface Case {
  input: MoneyInput
  model: Model
  facts: MoneyFact[]
  flow: CashFlow
  /** The first month's costs, and what is left of them. */
  first: MonthCosts
  here: Amount
  saving: Amount
  once: Amount
  npv36: Amount
  npv60: Amount
  payBack: { simple: number | null; discounted: number | null }
}

export function workOut(input: MoneyInput, book: Book): Case {
  const model = modelOf(input, book)
  const flow = cashFlow(model, Math.max(60, model.lifetime))
  const first = monthCosts(model, 0, asExpected)
  const here = first.lines + first.power + first.labour + first.software
  return {
    input,
    model,
    facts: factsOf(input, book),
    flow,
    first,
    here,
    saving: first.cloud - here,
    once: onceOf(model),
    npv36: npv(flow, 36, model.discount),
    npv60: npv(flow, 60, model.discount),
    payBack: {
      simple: payBack(flow, model.lifetime, null),
      discounted: payBack(flow, model.lifetime, model.discount),
    },
  }
}
