import { createHash } from 'node:crypto'

/** What tells one version of a file from another. */
export interface Version {
  size: bigint
  /** Time of the last change, nanoseconds. */
  changed: bigint
}

/** One file of the folder, in the version that was seen last. */
export interface Part extends Version {
  /** The name as the system has it: bytes, in whatever encoding somebody wrote them. */
  file: Buffer
  /** When this version was first seen; on the clock of `now`. */
  since: number
  /** When to look at it next; infinite when there is nothing more to do. */
  due: number
}

/** Which files there are and what is still to be done. The order of ids is that of the bytes of the names. */
export interface Ledger {
  /** Files that are not known, or known in another version, begin to wait. Returns false for those that are the same. */
  saw(file: Buffer, version: Version, now: number, settle: number): boolean
  knows(file: Buffer): boolean
  /** Forgets every file that is not in the list. */
  keepOnly(files: Buffer[]): void
  forget(part: Part): void
  /** Those whose time has come, oldest change first. */
  due(now: number): Part[]
  /** When the next one is due. */
  nextDue(): number
}

export function createLedger(): Ledger {
  const parts = new Map<string, Part>()

  return {
    saw(file, { size, changed }, now, settle) {
      const id = idOf(file)
      const known = parts.get(id)
      if (known && isSame(known, { size, changed })) return false
      parts.set(id, { file, size, changed, since: now, due: now + settle })
      return true
    },
    knows: (file) => parts.has(idOf(file)),
    keepOnly(files) {
      const there = new Set(files.map(idOf))
      for (const id of parts.keys()) if (!there.has(id)) parts.delete(id)
    },
    forget(part) {
      if (parts.get(idOf(part.file)) === part) parts.delete(idOf(part.file))
    },
    due(now) {
      return [...parts.values()].filter((part) => part.due <= now).sort(byAge)
    },
    nextDue() {
      let next = Infinity
      for (const { due } of parts.values()) next = Math.min(next, due)
      return next
    },
  }
}

export function isSame(one: Version, other: Version): boolean {
  return one.size === other.size && one.changed === other.changed
}

/** The same file in the same version has the same key, also after a restart: it is judged once. */
export function keyOf({ file, size, changed }: Pick<Part, 'file' | 'size' | 'changed'>): string {
  return createHash('sha256').update(file).update(`\0${size}\0${changed}`).digest('hex')
}

function byAge(a: Part, b: Part): number {
  if (a.changed !== b.changed) return a.changed < b.changed ? -1 : 1
  return Buffer.compare(a.file, b.file)
}

/** Latin-1 gives each byte a letter of its own: names that are no UTF-8 stay apart. */
function idOf(file: Buffer): string {
  return file.toString('latin1')
}
