import type { FindingKind } from '@nabij/base'
import type { Emit } from '../reader.ts'
import { type Site, siteOf } from './address.ts'

export interface SiteTally {
  /** Counts a host. False when it is no public site, or when there are too many different ones. */
  add(host: string, place: number, count?: number): boolean
  /** One trace per site seen at least `least` times, those seen most first. */
  emit(emit: Emit, kind: FindingKind, options?: { least?: number; place?: string }): void
}

interface Counted extends Site {
  count: number
  place: number
}

const mostSites = 100_000

/** Counts sites, so that of many visits only `slack.com · 41×` leaves a reader. Bounded whatever is fed to it. */
export function siteTally(): SiteTally {
  const sites = new Map<string, Counted>()
  /** What was asked before, as most hosts come again and again. */
  let known = new Map<string, Counted | null>()
  let tooMany = 0
  return {
    add(host, place, count = 1) {
      let counted = known.get(host)
      if (counted === undefined) {
        counted = counterOf(host, place)
        if (known.size >= mostSites) known = new Map()
        // A slice of a log's line would keep the whole block of it alive.
        known.set(host.length > 12 ? ` ${host}`.slice(1) : host, counted)
      }
      if (counted === null) return false
      counted.count += count
      return true
    },
    emit(emit, kind, { least = 1, place = 'line' } = {}) {
      let rare = 0
      for (const { host, count, place: at } of [...sites.values()].sort(bySize)) {
        if (count < least) rare += 1
        else emit.trace({ kind, name: host, domain: host, locator: `${place} ${at}`, text: textOf(host, count) })
      }
      if (rare > 0) emit.ignored('domain seen too rarely', rare)
      if (tooMany > 0) emit.ignored('too many different domains', tooMany)
    },
  }

  function counterOf(host: string, place: number): Counted | null {
    const site = siteOf(host)
    if (site === null) return null
    const found = sites.get(site.host)
    if (found) return found
    if (sites.size >= mostSites) {
      tooMany += 1
      return null
    }
    const fresh = { ...site, count: 0, place }
    sites.set(site.host, fresh)
    return fresh
  }
}

function bySize(a: Counted, b: Counted): number {
  return b.count - a.count || (a.host < b.host ? -1 : 1)
}

function textOf(host: string, count: number): string {
  return count > 1 ? `${host} · ${count}×` : host
}
