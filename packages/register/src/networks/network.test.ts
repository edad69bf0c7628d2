import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test.each([
  ['104.16.1.1', 'cloudflare.net'],
  ['52.95.110.1', 'amazonaws.com'],
  ['13.32.0.1', 'cloudfront.net'],
  ['151.101.1.1', 'fastly.net'],
  ['192.168.1.1', null],
  ['10.0.0.1', null],
  ['145.53.1.1', null],
  ['999.1.1.1', null],
  ['x', null],
])('%s stands in the network of %s', (address, host) => expect(networkOf(address)).toBe(host))
