import { NabijError } from '@nabij/base'
import { siteOfAddress } from '../../hosts/index.ts'
import type { Emit } from '../../reader.ts'
import type { Party } from './parties.ts'

/** Emits each party once; what is no name is counted. */
export function partyList(emit: Emit, owner: string) {
  const seen = new Set<string>()
  return {
    add({ name, location }: Party, locator: string): void {
      const plain = name.replaceAll(/\s+/g, ' ').trim()
      if (plain === '') return
      emit.record()
      // Sentences, addresses of persons and menus of a page are no names.
      if (plain.length > 90 || plain.includes('@') || plain.split(' ').length > 9 || !/\p{L}{2}/u.test(plain)) {
        return emit.ignored('not a name')
      }
      if (seen.has(plain.toLowerCase()) || seen.size >= 5000) return
      seen.add(plain.toLowerCase())
      const place = location.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
      const site = siteOfAddress(plain)
      emit.trace({
        kind: 'sub-processor',
        name: site?.host ?? plain,
        locator,
        text: [site?.host ?? plain, place].filter(Boolean).join(' · '),
        ...(site ? { domain: site.host } : {}),
        ...(place && !place.includes('@') ? { location: place } : {}),
        ...(owner ? { of: owner } : {}),
      })
    },
    finish(path: string): void {
      if (seen.size > 0) return
      throw new NabijError('NABIJ_EVIDENCE_UNREADABLE', {
        path,
        reason: 'no names of sub-processors in it',
        where: path,
      })
    },
  }
}
