import { findFrom, type Lock, type Locked, nameAt } from './lock.ts'

/** A package of somebody else that may be inside what we ship. */
export interface Part {
  /** Where the lock file has it, e.g. node_modules/sharp. */
  place: string
  name: string
  version: string
  license: string
  /** Hex, sha512. */
  checksum: string
  /** For some computers only. */
  optional: boolean
  /** Names and versions that it needs, as places. */
  needs: string[]
}

/** Needed to build the page, not in it. */
const buildTools = new Set(['vite', '@vitejs/plugin-react'])
/** Needed by an install script of onnxruntime-node that never runs here. */
const installers = new Set(['adm-zip', 'global-agent'])
/** Types only: nothing of them is left after building. */
const typesOnly = /^(@types\/.*|csstype|type-fest|tagged-tag|typescript|@typescript\/.*)$/

/** Everything of others that the release archive of any platform may hold, in the order of their names. */
export function shippedParts(lock: Lock): Part[] {
  const places = new Set<string>()
  for (const start of ['apps/box', 'apps/web']) reach(lock, start, places)
  for (const name of Object.keys(lock['']?.optionalDependencies ?? {})) reach(lock, `node_modules/${name}`, places)
  return [...places]
    .filter((place) => place.includes('node_modules/'))
    .map((place) => describe(lock, place, places))
    .sort((a, b) => compare(a.name, b.name) || compare(a.place, b.place))
}

function reach(lock: Lock, place: string, places: Set<string>): void {
  if (places.has(place)) return
  places.add(place)
  for (const needed of needsOf(lock, place)) reach(lock, needed, places)
}

function needsOf(lock: Lock, place: string): string[] {
  const entry = entryAt(lock, place)
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => !entry.peerDependenciesMeta?.[name]?.optional,
  )
  return [...Object.keys(entry.dependencies ?? {}), ...Object.keys(entry.optionalDependencies ?? {}), ...peers]
    .filter((name) => !buildTools.has(name) && !installers.has(name) && !typesOnly.test(name))
    .map((name) => findFrom(lock, place, name))
    .filter((found) => found !== null)
}

function describe(lock: Lock, place: string, places: Set<string>): Part {
  const { version, license = 'NOASSERTION', integrity = '', optional = false } = entryAt(lock, place)
  return {
    place,
    name: nameAt(place),
    version,
    license: license.replace(/^\((.*)\)$/, '$1'),
    checksum: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
    optional,
    needs: [...new Set(needsOf(lock, place))].filter((needed) => places.has(needed)).sort(compare),
  }
}

function entryAt(lock: Lock, place: string): Locked {
  const entry = lock[place]
  if (!entry) throw new Error(`${place} is not in package-lock.json`)
  return entry
}

/** By code points: the same order on every computer. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
