import type { Finding, Question, Trace } from '@nabij/base'
import type { Emit } from '../reader.ts'
import { type Resolution, ruleWords } from '../resolve/index.ts'

/** What one reader said, gathered. */
export interface Collected {
  records: number
  ignored: { reason: string; count: number }[]
  findings: Finding[]
  questions: Question[]
  from: string | null
  to: string | null
}

/** More traces than any honest file has; what comes after is counted and left. */
const most = 500_000
const day = /^\d{4}-\d\d-\d\d$/

/**
 * Gathers what a reader emits. What means nothing is let go at once, so that of a file of any size only little is held; the
 * others are resolved when it is at its end, because only then its hash, the id of the evidence, is known.
 * @param leave why a trace is left aside at once; null keeps it
 */
export function collect(
  own: readonly string[],
  leave: (trace: Trace) => string | null = () => null,
): {
  emit: Emit
  finish(resolve: (trace: Trace) => Resolution): Collected
} {
  const ours = new Set(own.map((name) => ruleWords(name)))
  const traces: Trace[] = []
  const ignored = new Map<string, number>()
  let records = 0
  let from: string | null = null
  let to: string | null = null
  const ignore = (reason: string, count = 1) => void ignored.set(reason, (ignored.get(reason) ?? 0) + count)

  const emit: Emit = {
    record: (count = 1) => void (records += count),
    trace(trace) {
      const reason = ours.size > 0 && isOurs(trace) ? 'of our own' : leave(trace)
      if (reason !== null) ignore(reason)
      else if (traces.length < most) traces.push(trace)
      else ignore('more than can be taken over')
    },
    ignored: ignore,
    day(said) {
      if (!day.test(said)) return
      if (from === null || said < from) from = said
      if (to === null || said > to) to = said
    },
  }
  return { emit, finish }

  function finish(resolve: (trace: Trace) => Resolution): Collected {
    const findings = new Map<string, Finding>()
    const questions = new Map<string, Question>()
    for (const trace of traces) {
      const resolution = resolve(trace)
      if ('ignored' in resolution) ignore(resolution.ignored)
      else if ('finding' in resolution) keep(resolution.finding)
      else {
        keep(resolution.asked)
        const known = questions.get(resolution.question.id)
        questions.set(resolution.question.id, known ? added(known, resolution.question) : resolution.question)
      }
    }
    traces.length = 0
    const reasons = [...ignored].filter(([, count]) => count > 0).map(([reason, count]) => ({ reason, count }))
    return { records, ignored: reasons, findings: [...findings.values()], questions: [...questions.values()], from, to }

    /** The same at the same place once more, as two equal lines of a bill: an id of its own for each payment. */
    function keep(finding: Finding): void {
      let { id } = finding
      for (let again = 2; findings.has(id) && finding.payment; again += 1) id = `${finding.id}-${again}`
      findings.set(id, { ...finding, id })
    }
  }

  function isOurs({ name, domain }: Trace): boolean {
    return ours.has(ruleWords(name)) || (domain !== undefined && ours.has(ruleWords(domain)))
  }
}

/** One question for all lines with the same words. */
export function added(known: Question, more: Question): Question {
  const total =
    known.total && more.total && known.total.currency === more.total.currency
      ? { ...known.total, amountMinor: known.total.amountMinor + more.total.amountMinor }
      : (known.total ?? more.total)
  return { ...known, count: known.count + more.count, total }
}
