import type { Rule, VerdictWord } from '@nabij/base'

/** The last verdicts of a station, against its rules. */
export interface RuleWatch {
  /** Takes the next verdict in. `came`: the first rule that comes true with it. `forget` takes it out again. */
  next(verdict: VerdictWord, rules: readonly Rule[]): { came: Rule | null; forget(): void }
  /** What was counts no more: somebody has seen it, or the rules are other ones. */
  clear(): void
}

/** No rule looks back further. */
export const lookBack = 1000

/** A rule comes true when it is true now and was not one verdict ago: a row of ten fails is one alarm, not eight. */
export function createRuleWatch(): RuleWatch {
  let last: { verdict: VerdictWord }[] = []
  return {
    next(verdict, rules) {
      const entry = { verdict }
      const before = last
      last = [...before, entry].slice(-lookBack)
      const came = rules.find((rule) => holds(rule, last) && !holds(rule, before)) ?? null
      return {
        came,
        forget() {
          last = last.filter((other) => other !== entry)
        },
      }
    },
    clear() {
      last = []
    },
  }
}

function holds(rule: Rule, verdicts: readonly { verdict: VerdictWord }[]): boolean {
  const counted = verdicts.slice(-rule.of).filter(({ verdict }) => counts(rule, verdict))
  return counted.length >= rule.count
}

function counts(rule: Rule, verdict: VerdictWord): boolean {
  return rule.verdict === 'not-pass' ? verdict !== 'pass' : verdict === rule.verdict
}
