import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Entry {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/**
 * A lock file made where some platforms' packages could not be had lacks them without a word, and `npm ci` then fails
 * on every computer. Also: each package.json says what the lock file says, and each package carries a checksum.
 */
export function checkLock(root: string): string[] {
  const packages = readJson<{ packages: Record<string, Entry> }>(root, 'package-lock.json').packages
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()))
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !locked.has(name))
      .map((name) => `${path}: optional package ${name} is not in the lock file`),
    ...(path.includes('node_modules/') ? checkPackage(path, entry) : checkManifest(root, path, entry)),
  ])
}

function checkPackage(path: string, { link, integrity, resolved }: Entry): string[] {
  if (link) return []
  const faults = integrity ? [] : [`${path}: no checksum`]
  return resolved ? [...faults, `${path}: names a registry (set omit-lockfile-registry-resolved)`] : faults
}

function checkManifest(root: string, path: string, entry: Entry): string[] {
  const manifest = readJson<Entry>(root, path, 'package.json')
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
  return kinds.flatMap((kind) => {
    const wanted = manifest[kind] ?? {}
    const inexact = Object.entries(wanted).filter(([, version]) => !/^\d/.test(version))
    const same = JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(entry[kind] ?? {}))
    return [
      ...inexact.map(([name]) => `${path || '.'}/package.json: ${name} has no exact version`),
      ...(same ? [] : [`${path || '.'}/package.json: ${kind} differ from the lock file`]),
    ]
  })
}

function sorted(record: Record<string, string>): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b))
}

function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T
}
