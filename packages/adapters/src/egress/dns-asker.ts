import { Resolver } from 'node:dns/promises'
import { type DnsAnswer, type DnsOutcome, type DnsQuestion, type DnsType, NabijError, newId } from '@nabij/base'
import { isName, quotedText } from '@nabij/register'
import type { Clock } from '@nabij/stations'
import { isForbidden } from './forbidden.ts'
import type { EgressLedger } from './ledger.ts'

export interface DnsAskerOptions {
  ledger: EgressLedger
  clock: Clock
  /** How long one question may take, and how often it is put. */
  timeoutMs?: number
  tries?: number
}

/** Asks name servers. Each question is written in the ledger before it leaves. */
export interface DnsAsker {
  /**
   * Whom questions would go to: the address that is named, else those of this computer.
   * @throws NabijError NABIJ_INVALID_INPUT for what is no address with a port
   */
  resolvers(named?: string): string[]
  /** Puts one question; what went wrong is an outcome too. @throws the signal's reason when it says so */
  ask(question: DnsQuestion, options: { resolver?: string | undefined; signal: AbortSignal }): Promise<DnsAnswer>
}

export function dnsAsker({ ledger, clock, timeoutMs = 3000, tries = 2 }: DnsAskerOptions): DnsAsker {
  function open(named?: string): Resolver {
    const resolver = new Resolver({ timeout: timeoutMs, tries })
    if (named === undefined) return resolver
    try {
      resolver.setServers([named])
    } catch (error) {
      throw new NabijError('NABIJ_INVALID_INPUT', { where: 'resolver', rule: '192.0.2.1, 192.0.2.1:53' }, error)
    }
    const host = named.replace(/^\[(.*)\].*$/, '$1').replace(/^([^:]+):\d+$/, '$1')
    if (isForbidden(host))
      throw new NabijError('NABIJ_OUTPUT_ADDRESS', { host, rule: 'this address is never connected to' })
    return resolver
  }
  const serversOf = (resolver: Resolver): string[] => resolver.getServers().map(withPort)

  return {
    resolvers: (named) => serversOf(open(named)),
    async ask({ name, type }, { resolver: named, signal }) {
      signal.throwIfAborted()
      const resolver = open(named)
      const [host = 'name server'] = serversOf(resolver)
      const id = newId()
      // Also a name server on this computer passes the question on: it always counts as outward.
      await ledger.begin({ id, at: clock(), purpose: `DNS: ${type} ${name}`, host })
      // A question as it goes over the line, at least once; what comes back nobody counts.
      await ledger.add(id, 18 + name.length, 0)
      signal.throwIfAborted()
      const cancel = (): void => resolver.cancel()
      signal.addEventListener('abort', cancel)
      try {
        const records = await recordsOf(resolver, { name, type })
        return { name, type, outcome: records.length > 0 ? 'answered' : 'nothing', records }
      } catch (error) {
        signal.throwIfAborted()
        return { name, type, outcome: outcomeOf(error), records: [] }
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
  }
}

/** As they stand in a zone file. Names that could not stand there are left out: answers come from anybody. */
async function recordsOf(resolver: Resolver, { name, type }: DnsQuestion): Promise<string[]> {
  const full = (host: string): string[] => (isName(host) ? [`${host.toLowerCase()}.`] : [])
  const ways: Record<DnsType, () => Promise<string[]>> = {
    A: () => resolver.resolve4(name),
    CNAME: async () => (await resolver.resolveCname(name)).flatMap(full),
    NS: async () => (await resolver.resolveNs(name)).flatMap(full),
    MX: async () =>
      (await resolver.resolveMx(name)).flatMap(({ priority, exchange }) =>
        full(exchange).map((host) => `${priority} ${host}`),
      ),
    SRV: async () =>
      (await resolver.resolveSrv(name)).flatMap(({ priority, weight, port, name: target }) =>
        full(target).map((host) => `${priority} ${weight} ${port} ${host}`),
      ),
    TXT: async () => (await resolver.resolveTxt(name)).map(quotedText),
  }
  return ways[type]()
}

const outcomes: Readonly<Record<string, DnsOutcome>> = {
  ENODATA: 'nothing',
  ENOTFOUND: 'no-such-name',
  ETIMEOUT: 'timeout',
  EREFUSED: 'refused',
  ECONNREFUSED: 'no-network',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  EHOSTUNREACH: 'no-network',
}

function outcomeOf(error: unknown): DnsOutcome {
  return outcomes[String((error as { code?: unknown }).code)] ?? 'server-failed'
}

/** Node leaves out the port where it is the usual one. */
function withPort(address: string): string {
  if (/\]:\d+$|^[^:]+:\d+$/.test(address)) return address
  return address.includes(':') ? `[${address}]:53` : `${address}:53`
}
