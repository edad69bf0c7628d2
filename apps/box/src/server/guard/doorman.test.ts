import { expect, it } from 'vitest'
import { createDoorman } from './doorman.ts'

const limits = { each: 3, network: 5 }

it('lets one address in so often, and the others as well', () => {
  const doorman = createDoorman(limits)
  const leave = [1, 2, 3].map(() => doorman('192.168.1.66'))
  expect(leave).not.toContain(null)
  expect(doorman('192.168.1.66')).toBeNull()
  expect(doorman('192.168.1.20')).not.toBeNull()
  // Twice is once.
  leave[0]?.()
  leave[0]?.()
  expect(doorman('192.168.1.66')).not.toBeNull()
  expect(doorman('192.168.1.66')).toBeNull()
})

it('takes all addresses of one IPv6 network for one', () => {
  const doorman = createDoorman(limits)
  for (let n = 0; n < 3; n++) expect(doorman(`fd00::${n + 5}`)).not.toBeNull()
  expect(doorman('fd00::1234')).toBeNull()
  expect(doorman('fd00:0:0:1::1')).not.toBeNull()
})

it('keeps room for this computer, however many come over the network', () => {
  const doorman = createDoorman(limits)
  for (let n = 0; n < 5; n++) expect(doorman(`10.0.0.${n}`)).not.toBeNull()
  expect(doorman('10.0.0.99')).toBeNull()
  for (const here of ['127.0.0.1', '::1', null]) for (let n = 0; n < 50; n++) expect(doorman(here)).not.toBeNull()
})
