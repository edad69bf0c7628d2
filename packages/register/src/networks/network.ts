import { packedRanges } from './ranges.ts'

/** Hosts by which the clouds' networks are named, so that an address is known as a name below them would be. */
const hosts: Record<string, string> = {
  cloudfront: 'cloudfront.net',
  aws: 'amazonaws.com',
  azure: 'cloudapp.azure.com',
  google: 'googleusercontent.com',
  oracle: 'oraclecloud.com',
  cloudflare: 'cloudflare.net',
  fastly: 'fastly.net',
}

interface Network {
  host: string
  /** First address and the one after the last of each range, by turns and rising. */
  bounds: number[]
}

let networks: Network[] | null = null

/** Under which host's name an IPv4 address is a cloud's, as of August 2026 (see ranges.ts); null: none of those known. */
export function networkOf(address: string): string | null {
  const number = numberOf(address)
  if (number === null) return null
  networks ??= Object.entries(hosts).map(([id, host]) => ({ host, bounds: unpacked(packedRanges[id] ?? '') }))
  return networks.find(({ bounds }) => isWithin(bounds, number))?.host ?? null
}

function numberOf(address: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number)
  if (!parts || parts.some((part) => part > 255)) return null
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

function unpacked(packed: string): number[] {
  let end = 0
  return packed.split(' ').flatMap((range) => {
    const [gap = '', length = ''] = range.split('.')
    const start = end + Number.parseInt(gap, 36)
    end = start + Number.parseInt(length, 36)
    return [start, end]
  })
}

/** Even number of bounds at or below: outside; odd: within. */
function isWithin(bounds: readonly number[], number: number): boolean {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? Number.POSITIVE_INFINITY) <= number) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}
