import { z } from 'zod'

export const DnsType = z.enum(['A', 'CNAME', 'MX', 'NS', 'SRV', 'TXT'])
export type DnsType = z.infer<typeof DnsType>

/** One question to a name server. */
export const DnsQuestion = z.strictObject({ name: z.string(), type: DnsType })
export type DnsQuestion = z.infer<typeof DnsQuestion>

/** What would be asked, before anything leaves this device. */
export const DnsPlan = z.strictObject({
  domain: z.string(),
  /** Who would be asked: addresses with their ports. */
  resolvers: z.array(z.string()),
  questions: z.array(DnsQuestion),
  /** Names that an SPF record includes are asked for as well: at most so many. */
  mostIncluded: z.int(),
})
export type DnsPlan = z.infer<typeof DnsPlan>

/** `nothing`: the name exists and has no such record. */
export const DnsOutcome = z.enum([
  'answered',
  'nothing',
  'no-such-name',
  'server-failed',
  'refused',
  'timeout',
  'no-network',
  'not-asked',
])
export type DnsOutcome = z.infer<typeof DnsOutcome>

export const DnsAnswer = DnsQuestion.extend({
  outcome: DnsOutcome,
  /** As they stand in a zone file, without the name and the type. */
  records: z.array(z.string()),
})
export type DnsAnswer = z.infer<typeof DnsAnswer>
