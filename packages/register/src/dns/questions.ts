import { type DnsQuestion, NabijError } from '@nabij/base'
import { siteOf } from '../hosts/index.ts'

/** Names that an SPF record includes are followed to so many, which is also where mail servers stop (RFC 7208). */
export const mostIncluded = 10

/** Where the usual senders of mail keep their signature: a name below `_domainkey`. */
const selectors =
  'selector1 selector2 google k1 k2 k3 s1 s2 default dkim mail zoho protonmail protonmail2 transip-a mandrill mte1'
/** Names that companies commonly give to what others run for them. */
const usual =
  'www mail webmail shop support help status blog autodiscover autoconfig sip lyncdiscover enterpriseenrollment'

/**
 * The domain that was meant: of a host, an address of a page or of mail the domain that somebody can register.
 * @throws NabijError NABIJ_DNS_DOMAIN
 */
export function domainMeant(typed: string): string {
  const bare = typed.trim().replace(/^.*@/, '')
  const { hostname = '' } = URL.parse(/^[a-z]+:\/\//i.test(bare) ? bare : `http://${bare}`) ?? {}
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const domain = /^[a-z0-9.-]{3,253}$/.test(host) ? siteOf(host)?.domain : undefined
  if (domain === undefined) throw new NabijError('NABIJ_DNS_DOMAIN', { domain: typed.slice(0, 253) })
  return domain
}

/** Everything that is asked about a domain, but for what its SPF record includes. The first tells whether it exists. */
export function dnsQuestions(domain: string): DnsQuestion[] {
  return [
    { name: domain, type: 'NS' },
    { name: domain, type: 'MX' },
    { name: domain, type: 'TXT' },
    { name: domain, type: 'A' },
    { name: `_dmarc.${domain}`, type: 'TXT' },
    { name: `_autodiscover._tcp.${domain}`, type: 'SRV' },
    ...usual.split(' ').map((label): DnsQuestion => ({ name: `${label}.${domain}`, type: 'CNAME' })),
    ...selectors.split(' ').map((label): DnsQuestion => ({ name: `${label}._domainkey.${domain}`, type: 'CNAME' })),
  ]
}
