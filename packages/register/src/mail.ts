import { mailGateways } from './mail/gateways.ts'
import { isBelow, type MailboxHost, mailboxHosts } from './mail/mailboxes.ts'

/** What the DNS says about a domain's mail. Hosts in lower case, without a dot at the end. */
export interface MailFacts {
  mx: readonly string[]
  /** SPF records, with those that they include where these are known. */
  spf: readonly string[]
  /** Targets of DKIM selectors (CNAME). */
  dkim: readonly string[]
  /** Targets of autodiscover (CNAME and SRV). */
  autodiscover: readonly string[]
  /** TXT of the domain itself. */
  txt: readonly string[]
}

/** By what the real mail host was seen, from the surest on. */
export type MailSign = 'mx' | 'dkim' | 'autodiscover' | 'spf' | 'txt'

export interface MailHost {
  /** `microsoft`, `google`, …; null when the mailboxes stand with nobody that is known, or nothing tells. */
  provider: string | null
  /** The host, include or beginning of TXT that it rests on; the first MX when nobody known is seen. */
  name: string | null
  by: MailSign | null
  /** The filter that mail comes in through, and its host. */
  gateway: { name: string; host: string } | null
  /** Somebody who has to do with mail here by a sign that does not suffice. */
  perhaps: { provider: string; name: string; by: MailSign }[]
}

/**
 * Who keeps a domain's mailboxes. The MX says so, unless it is a filter: then it is whoever signs (DKIM), answers mail
 * programs (autodiscover), may send (SPF) or has a tenant (TXT), in this order. Before a host that nobody knows, which may
 * be an own filter or an own mail server, only a signature counts: many who keep their own mail use a cloud beside it.
 */
export function mailHost(facts: MailFacts): MailHost {
  const signs: Record<MailSign, { provider: MailboxHost; name: string } | null> = {
    mx: firstOf(facts.mx, (host, { mx }) => isBelow(host, mx)),
    dkim: firstOf(facts.dkim, (host, { dkim }) => isBelow(host, dkim)),
    autodiscover: firstOf(facts.autodiscover, (host, { autodiscover }) => isBelow(host, autodiscover)),
    spf: firstOf(facts.spf.flatMap(spfIncludes), (host, { spf }) => isBelow(host, spf)),
    txt: firstOf(facts.txt, (text, { txt = [] }) => txt.some((start) => text.toLowerCase().startsWith(start))),
  }
  const gateway = gatewayOf(facts.mx)
  const order: MailSign[] = gateway ? ['mx', 'dkim', 'autodiscover', 'spf', 'txt'] : ['mx', 'dkim']
  const by = facts.mx.length === 0 ? undefined : order.find((sign) => signs[sign] !== null)
  const found = by === undefined ? null : signs[by]
  return {
    provider: found?.provider.id ?? null,
    name: found?.name ?? facts.mx[0] ?? null,
    by: by ?? null,
    gateway,
    perhaps: (['dkim', 'autodiscover', 'spf'] as const).flatMap((sign) => {
      const seen = signs[sign]
      return seen && seen.provider !== found?.provider
        ? [{ provider: seen.provider.id, name: seen.name, by: sign }]
        : []
    }),
  }
}

/** Hosts that a record includes or hands over to (`include:`, `redirect=`), macros left out. */
export function spfIncludes(record: string): string[] {
  return [...record.matchAll(/(?:^|\s)[+?~-]?(?:include:|redirect=)([^\s%]+)(?=\s|$)/gi)].map(([, host = '']) =>
    host.toLowerCase().replace(/\.$/, ''),
  )
}

function firstOf(
  names: readonly string[],
  matches: (name: string, host: MailboxHost) => boolean,
): { provider: MailboxHost; name: string } | null {
  for (const name of names) {
    const provider = mailboxHosts.find((host) => matches(name, host))
    if (provider) return { provider, name }
  }
  return null
}

function gatewayOf(mx: readonly string[]): MailHost['gateway'] {
  for (const host of mx) {
    const gateway = mailGateways.find((gateway) => isBelow(host, gateway.mx))
    if (gateway) return { name: gateway.name, host }
  }
  return null
}
