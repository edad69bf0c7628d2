import type { Trace } from '@nabij/base'
import type { Emit } from '../reader.ts'
import { isTransitive, textWith } from '../software/dependencies.ts'
import { packageType } from '../software/package-url.ts'

/** Different things that a repository may name. */
const most = 500_000

export interface PackageCounts {
  direct: number
  transitive: number
  /** The files don't say. */
  unsaid: number
}

/** Traces of many files as those of one repository: each thing once, at the place that says most. */
export interface Collected {
  add(path: string, trace: Trace): void
  /** Packages that are the project's own: not a dependency. */
  own(names: ReadonlySet<string>): void
  finish(): PackageCounts
}

export function collectedInto(emit: Emit): Collected {
  const kept = new Map<string, Placed>()
  let ownNames: ReadonlySet<string> = new Set()
  return {
    add(path, trace) {
      const key = `${trace.kind} ${trace.name} ${trace.location ?? ''}`
      const placed = { trace: { ...trace, locator: placeOf(path, trace.locator) }, folder: folderOf(path) }
      const before = kept.get(key)
      if (!before && kept.size >= most) emit.ignored('more names than a repository may have')
      else if (!before || goesBefore(placed.trace, before.trace)) kept.set(key, placed)
    },
    own(names) {
      ownNames = names
    },
    finish() {
      const counts: PackageCounts = { direct: 0, transitive: 0, unsaid: 0 }
      const chosen = chosenIn(kept.values())
      for (const { trace, folder } of kept.values()) {
        if (ownNames.has(trace.name)) emit.ignored('own package of the project')
        else if (trace.kind === 'package') emit.trace(counted(trace, chosen.has(choice(trace, folder)), counts))
        else emit.trace(trace)
      }
      return counts
    },
  }
}

interface Placed {
  trace: Trace
  folder: string
}

/** The folders with a manifest in or below them, by the kind of their packages. */
function chosenIn(all: Iterable<Placed>): Set<string> {
  const chosen = new Set<string>()
  for (const { trace, folder } of all) {
    if (trace.kind !== 'package' || rank(trace) !== 0) continue
    for (let at = folder; !chosen.has(choice(trace, at)); at = folderOf(at)) chosen.add(choice(trace, at))
  }
  return chosen
}

function choice({ name }: Trace, folder: string): string {
  return `${packageType(name)} ${folder}`
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** A lock file that doesn't say who asked: what no manifest in or below its folder names came with something else. */
function counted(trace: Trace, isChosen: boolean, counts: PackageCounts): Trace {
  const unsaid = rank(trace) === 1
  const transitive = isTransitive(trace.text) || (unsaid && isChosen)
  if (transitive) counts.transitive += 1
  else if (unsaid) counts.unsaid += 1
  else counts.direct += 1
  return transitive && unsaid ? { ...trace, text: textWith(trace.text, 'transitive') } : trace
}

/** 0: the project chose it; 1: not said; 2: it came with something else. */
function rank({ kind, text }: Trace): number {
  if (kind !== 'package') return 0
  return isTransitive(text) ? 2 : text.includes(' · direct') ? 0 : 1
}

function goesBefore(one: Trace, other: Trace): boolean {
  const difference = rank(one) - rank(other)
  if (difference !== 0) return difference < 0
  const development = Number(one.text.endsWith(' · development')) - Number(other.text.endsWith(' · development'))
  if (development !== 0) return development < 0
  return one.locator < other.locator
}

function placeOf(path: string, locator: string): string {
  const line = /^line (\d+)$/.exec(locator)?.[1]
  return line ? `${path}:${line}` : `${path}: ${locator}`
}
