import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What node_modules lacks, compared with package-lock.json: names of entries, empty when all is there.
 * There is no stamp file: npm itself writes node_modules/.package-lock.json as the last act of an install, so an
 * install by hand counts and an interrupted one is redone.
 * `scope` start: what the box needs; test: the tools as well.
 */
export function missingPackages(root, scope, platform = thisPlatform()) {
  const wanted = readLock(join(root, 'package-lock.json')) ?? {}
  const present = readLock(join(root, 'node_modules', '.package-lock.json')) ?? {}
  const missing = []
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (scope === 'start' && (entry.dev || entry.devOptional))) continue
    if (entry.optional && !isForPlatform(entry, platform)) continue
    const found = present[path]
    if (!found || found.version !== entry.version || found.integrity !== entry.integrity) missing.push(path)
  }
  const node = bundledNode(root, platform)
  if (node && !existsSync(node)) missing.push(node)
  return missing
}

/** Whether tools for development are installed here too: they are then kept up to date rather than removed. */
export function hasTools(root) {
  const present = readLock(join(root, 'node_modules', '.package-lock.json')) ?? {}
  return Object.values(present).some((entry) => entry.dev)
}

/** Where the Node that comes with nabij is (or will be) for this computer; null where npm has none. */
export function bundledNode(root, platform = thisPlatform()) {
  const name = `node-${platform.os === 'win32' ? 'win' : platform.os}-${platform.cpu}`
  const wanted = readLock(join(root, 'package-lock.json')) ?? {}
  if (!wanted[`node_modules/${name}`] || platform.libc === 'musl') return null
  return join(root, 'node_modules', name, 'bin', platform.os === 'win32' ? 'node.exe' : 'node')
}

/** Entries without os and cpu belong to another optional package: npm decides about those. */
function isForPlatform(entry, platform) {
  if (!entry.os && !entry.cpu) return false
  const suits = (allowed, value) => !allowed || [allowed].flat().includes(value)
  return (
    suits(entry.os, platform.os) &&
    suits(entry.cpu, platform.cpu) &&
    (!entry.libc || (platform.libc !== null && suits(entry.libc, platform.libc)))
  )
}

function thisPlatform() {
  return { os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? libc() : null }
}

/** Read where npm reads it; null when it cannot be told. */
function libc() {
  try {
    const ldd = readFileSync('/usr/bin/ldd', 'utf8')
    return ldd.includes('musl') ? 'musl' : /GLIBC|GNU libc|GNU C Library/.test(ldd) ? 'glibc' : null
  } catch {
    return null
  }
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
