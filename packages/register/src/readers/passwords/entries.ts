import { hostOf, siteTally } from '../../hosts/index.ts'
import type { Emit } from '../../reader.ts'

export interface Entries {
  /** One entry of a list of passwords: where it leads, and what it is called where no address is known. */
  add(address: string, title: string, place: number): void
  /** Emits a trace for each site; the program that keeps the list is one too. */
  finish(app: { name: string; domain: string } | null): void
}

/** What may leave a list of passwords: sites, and names of entries without an address. */
export function passwordEntries(emit: Emit, place = 'line'): Entries {
  const tally = siteTally()
  const names = new Map<string, number>()
  return {
    add(address, title, at) {
      emit.record()
      const host = hostOf(address.split(/[\s,]/, 1)[0] ?? '')
      if (host !== null) {
        if (!tally.add(host, at)) emit.ignored('no public address')
        return
      }
      const name = plainTitle(title)
      if (address.trim() !== '' || name === null) emit.ignored('no public address')
      else if (names.size < 20_000 && !names.has(name)) names.set(name, at)
    },
    finish(app) {
      if (app) {
        emit.trace({ kind: 'password-entry', ...app, locator: 'layout of the file', text: `export of ${app.name}` })
      }
      tally.emit(emit, 'password-entry', { place })
      for (const [name, at] of names) {
        emit.trace({ kind: 'password-entry', name, locator: `${place} ${at}`, text: name })
      }
    },
  }
}

/** A title that looks like the name of a product; not one with an e-mail address, a number or many words. */
function plainTitle(title: string): string | null {
  const name = title.trim()
  return /^[\p{L}\p{N}][\p{L}\p{N} .+&-]{1,39}$/u.test(name) && !/\d{4}/.test(name) && name.split(/\s+/).length <= 4
    ? name
    : null
}
