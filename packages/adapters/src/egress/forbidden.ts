import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Where the clouds hand out their secrets. No machine of a company listens there, so nobody is sent there. */
const secretGivers = new BlockList()
for (const address of ['169.254.169.254', '169.254.170.2', '100.100.100.200']) secretGivers.addAddress(address)
for (const address of ['fd00:ec2::254', 'fe80::a9fe:a9fe']) secretGivers.addAddress(address, 'ipv6')

/** Whether an address (a number, not a name) is one that nothing is ever sent to. Other private addresses are fine. */
export function isForbidden(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const family = isIP(plain)
  return family !== 0 && secretGivers.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

/** The system's look-up; a name that leads to a forbidden address is not found. */
export const lookupAllowed: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [])
    const allowed = found.filter(({ address }) => !isForbidden(address))
    const [first] = allowed
    if (!first) return done(Object.assign(new Error('this address is never connected to'), { code: 'EFORBIDDEN' }), [])
    if (options.all) return done(null, allowed)
    return done(null, first.address, first.family)
  })
}
