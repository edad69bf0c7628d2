import type { RegisterStore } from '@nabij/adapters/sqlite'
import { NabijError, OwnRule, type RuleBook, type RuleBookImport } from '@nabij/base'
import { type Json, parsed } from './json.ts'
import { byHand } from './register-calls.ts'
import type { RegisterThread } from './register-thread.ts'

/** What is doubtful, what a person said about it, and that as a file. */
export interface DoubtsDesk {
  questions(): Promise<Json>
  /** The answer to a doubt becomes an own rule. */
  answer(id: string, said: { productId: string | null; name: string | null }): Promise<OwnRule>
  rules(): Promise<OwnRule[]>
  removeRule(words: string): Promise<void>
  setApart(serviceId: string, findingId: string, apart: boolean): Promise<void>
  /** What was set apart, in words. */
  apart(): Promise<Json>
  /** Everything that a person decided: rules, findings set apart, services that only their name tells. */
  ruleBook(): Promise<RuleBook>
  /**
   * Takes a rule book in; the same one twice changes nothing. Of a rule that stands here otherwise ours stays, unless
   * `replace` says that the file's counts. With `preview` nothing changes.
   */
  takeRuleBook(book: RuleBook, how: { preview: boolean; replace: boolean }): Promise<RuleBookImport>
}

interface DoubtPorts {
  store: RegisterStore
  clock(): number
  ask: RegisterThread['ask']
  tick(asked: { name: string }): Promise<unknown>
  changed(why?: string | null): Promise<void>
}

export function createDoubtsDesk({ store, clock, ask, tick, changed }: DoubtPorts): DoubtsDesk {
  const rules = async (): Promise<OwnRule[]> => (await store.rules()).map((body) => OwnRule.parse(JSON.parse(body)))

  async function pairsApart(): Promise<RuleBook['apart']> {
    return parsed<{ apart: RuleBook['apart'] }>(await store.state()).apart
  }

  /** Names that a person typed and that no product answers to. */
  async function names(): Promise<string[]> {
    const found: string[] = []
    for (const { id, reader } of await store.evidence()) {
      if (reader !== byHand) continue
      const [finding] = await store.findingsOf(id, '', 1)
      if (finding && finding.productId === null && finding.vendorId === null) found.push(finding.name)
    }
    return found.sort()
  }

  return {
    questions: () => ask('questions'),
    async answer(id, { productId, name }) {
      const question = await ask('question', id)
      if (!question) throw new NabijError('NABIJ_NOT_FOUND', { what: id })
      const rule = OwnRule.parse({ words: question.words, productId, name, createdAt: clock() })
      await store.setRule(rule.words, JSON.stringify(rule))
      await changed()
      return rule
    },
    rules,
    async removeRule(words) {
      if (!(await store.removeRule(words))) throw new NabijError('NABIJ_NOT_FOUND', { what: words })
      await changed()
    },
    apart: () => ask('apart'),
    async setApart(serviceId, findingId, isApart) {
      await store.setApart(serviceId, findingId, isApart)
      await changed()
    },
    ruleBook: async () => ({
      format: 'nabij-rules',
      version: 1,
      rules: await rules(),
      apart: await pairsApart(),
      names: await names(),
    }),
    async takeRuleBook(book, { preview, replace }) {
      const ours = new Map((await rules()).map((rule) => [rule.words, rule]))
      // The last of two with the same words, as when they were said one after the other.
      const theirs = [...new Map(book.rules.map((rule) => [rule.words, rule])).values()]
      const conflicts = theirs.flatMap((rule) => {
        const our = ours.get(rule.words)
        return our && !saysTheSame(our, rule) ? [{ words: rule.words, ours: our, theirs: rule }] : []
      })
      const fresh = theirs.filter(({ words }) => !ours.has(words))
      const set = [...fresh, ...(replace ? conflicts.map((conflict) => conflict.theirs) : [])]
      const pairs = difference(
        book.apart,
        await pairsApart(),
        ({ serviceId, findingId }) => `${serviceId} ${findingId}`,
      )
      const typed = difference(book.names, await names(), (name) => name.trim().toLowerCase())
      if (!preview) {
        for (const rule of set) await store.setRule(rule.words, JSON.stringify(rule))
        for (const { serviceId, findingId } of pairs.fresh) await store.setApart(serviceId, findingId, true)
        if (set.length + pairs.fresh.length > 0) await changed()
        for (const name of typed.fresh) await tick({ name })
      }
      return {
        rules: {
          added: fresh.length,
          same: theirs.length - fresh.length - conflicts.length,
          replaced: replace ? conflicts.length : 0,
        },
        apart: { added: pairs.fresh.length, same: pairs.same },
        names: { added: typed.fresh.length, same: typed.same },
        conflicts,
      }
    },
  }
}

function saysTheSame(one: OwnRule, other: OwnRule): boolean {
  return one.productId === other.productId && one.name === other.name
}

function difference<T>(theirs: readonly T[], ours: readonly T[], keyOf: (one: T) => string) {
  const known = new Set(ours.map(keyOf))
  const unique = [...new Map(theirs.map((one) => [keyOf(one), one])).values()]
  const fresh = unique.filter((one) => !known.has(keyOf(one)))
  return { fresh, same: unique.length - fresh.length }
}
