import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One package as package-lock.json knows it. */
export interface Locked {
  version: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  link?: boolean
  resolved?: string
  os?: string | string[]
  cpu?: string | string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

export type Lock = Record<string, Locked>

export function readLock(root: string): Lock {
  return (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages
}

/** The name of the package at a place in the lock file. */
export function nameAt(place: string): string {
  return place.split('node_modules/').at(-1) ?? place
}

/** Where Node would find `name` from `place`: the places upwards, as in node_modules; null when it is not locked. */
export function findFrom(lock: Lock, place: string, name: string): string | null {
  const above = place.lastIndexOf('/node_modules/')
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
  const entry = lock[here]
  if (entry) return entry.link ? (entry.resolved ?? here) : here
  if (place === '') return null
  return findFrom(lock, above < 0 ? '' : place.slice(0, above), name)
}
