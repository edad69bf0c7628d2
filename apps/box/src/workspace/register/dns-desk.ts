import type { DnsAsker } from '@nabij/adapters/egress'
import { type DnsAnswer, type DnsOutcome, type DnsPlan, type DnsQuestion, NabijError } from '@nabij/base'
import { dnsQuestions, domainMeant, includedIn, mostIncluded, zoneText } from '@nabij/register'
import type { EvidenceDesk, TakenIn } from './evidence-desk.ts'

/** What came of a look-up: evidence, as of a zone file, and what each question brought. */
export type LookedUp = TakenIn & { answers: DnsAnswer[] }

export interface DnsDesk {
  /** What would be asked, and of whom. Nothing is asked yet. @throws NabijError NABIJ_DNS_DOMAIN */
  dnsPlan(typed: string, resolver?: string): DnsPlan
  /**
   * Asks all of the plan, and the names that SPF includes. The answers take the place of those of an earlier look-up.
   * @throws NabijError NABIJ_DNS_…; NABIJ_EVIDENCE_CANCELLED when the signal says so
   */
  lookUpDns(
    typed: string,
    options: { resolver?: string | undefined; signal?: AbortSignal | undefined },
  ): Promise<LookedUp>
}

/** Questions on their way at the same time, and how long all of them together may take. */
const atOnce = 5
const totalMs = 60_000
const failed: ReadonlySet<DnsOutcome> = new Set(['server-failed', 'refused', 'timeout', 'no-network', 'not-asked'])

export function createDnsDesk(asker: DnsAsker, { read, evidence, removeEvidence }: EvidenceDesk): DnsDesk {
  const plan: DnsDesk['dnsPlan'] = (typed, resolver) => {
    const domain = domainMeant(typed)
    return { domain, resolvers: asker.resolvers(resolver), questions: dnsQuestions(domain), mostIncluded }
  }

  return {
    dnsPlan: plan,
    async lookUpDns(typed, { resolver, signal = new AbortController().signal }) {
      const { domain, resolvers, questions } = plan(typed, resolver)
      const path = `dns:${domain}`
      try {
        const answers = await askAll(domain, questions, resolvers.join(', '), { resolver, signal })
        const bytes = (async function* () {
          yield await Promise.resolve(new TextEncoder().encode(zoneText(domain, answers)))
        })()
        const before = await evidence()
        const taken = await read({ name: path, bytes }, { preview: false, signal })
        // Half an answer does not take the place of a whole one.
        const now = new Set(taken.evidence.map(({ id }) => id))
        if (!answers.some(({ outcome }) => failed.has(outcome)))
          for (const old of before) if (old.path === path && !now.has(old.id)) await removeEvidence(old.id)
        return { ...taken, answers }
      } catch (error) {
        if (signal.aborted) throw new NabijError('NABIJ_EVIDENCE_CANCELLED', { path }, error)
        throw error
      }
    },
  }

  async function askAll(
    domain: string,
    questions: readonly DnsQuestion[],
    resolvers: string,
    { resolver, signal }: { resolver: string | undefined; signal: AbortSignal },
  ): Promise<DnsAnswer[]> {
    const late = AbortSignal.timeout(totalMs)
    const either = AbortSignal.any([signal, late])
    const ask = async (question: DnsQuestion): Promise<DnsAnswer> => {
      try {
        return await asker.ask(question, { resolver, signal: either })
      } catch (error) {
        if (late.aborted && !signal.aborted) return { ...question, outcome: 'not-asked', records: [] }
        throw error
      }
    }
    const [first, ...rest] = questions
    const answers = first ? [await ask(first)] : []
    refuseSilence(domain, answers[0]?.outcome ?? 'nothing', resolvers)
    answers.push(...(await inTurns(rest, ask)))
    const asked = new Set(answers.filter(({ type }) => type === 'TXT').map(({ name }) => name))
    for (let left = mostIncluded; left > 0; left -= 1) {
      const next = includedIn(answers).find(({ name }) => !asked.has(name))
      if (!next) break
      asked.add(next.name)
      answers.push(await ask(next))
    }
    return answers
  }
}

/** The first question tells whether there is anything to ask, and anybody to ask it. */
function refuseSilence(domain: string, outcome: DnsOutcome, resolver: string): void {
  if (outcome === 'no-such-name') throw new NabijError('NABIJ_DNS_NO_DOMAIN', { domain, resolver })
  const params = { domain, resolver, outcome }
  if (outcome === 'timeout' || outcome === 'no-network' || outcome === 'not-asked')
    throw new NabijError('NABIJ_DNS_SILENT', params)
  if (failed.has(outcome)) throw new NabijError('NABIJ_DNS_FAILED', params)
}

/** A few at the same time; answers in the order of the questions. */
async function inTurns<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const left = all.entries()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [at, one] of left) results[at] = await work(one)
    }),
  )
  return results
}
