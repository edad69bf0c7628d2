import type { Emit } from '../reader.ts'
import { type Ecosystem, normalPackageUrl, packageName, packageType, packageUrl } from './package-url.ts'

/** How a package came in: named by the own project, by another package, or the file doesn't say. */
export type Depth = 'direct' | 'transitive' | 'unsaid'

export interface Dependency {
  version?: string | undefined
  depth?: Depth
  /** Only used while building or testing. */
  development?: boolean
  locator: string
}

/** Names of one file; more than these are no project's. */
const most = 200_000

const transitiveMark = ' · transitive'

/** Is said of a trace's text: the package was not chosen by the own project. */
export function isTransitive(text: string): boolean {
  return text.includes(transitiveMark)
}

/** The text of a package of which nobody said how it came in, with that said. */
export function textWith(text: string, depth: 'direct' | 'transitive'): string {
  const mark = depth === 'transitive' ? transitiveMark : ' · direct'
  return text.endsWith(' · development') ? text.replace(/ · development$/, `${mark} · development`) : text + mark
}

/**
 * The packages of one file: each becomes one trace, whatever the number of its versions, at the first place where it
 * stands. Direct goes before transitive, use before development.
 */
export interface Dependencies {
  add(ecosystem: Ecosystem, name: string, dependency: Dependency): void
  addPurl(purl: string, dependency: Dependency): void
  /** What a package is named by the own project, wherever it stands in the file. */
  direct(ecosystem: Ecosystem, name: string, development?: boolean): void
  /** Emits everything. */
  finish(): void
}

interface Kept extends Dependency {
  purl: string
}

export function dependenciesInto(emit: Emit): Dependencies {
  const kept = new Map<string, Kept>()
  /** Named by the project; true: only for development. */
  const named = new Map<string, boolean>()

  return {
    add: (ecosystem, name, dependency) => keep(packageUrl(ecosystem, name), dependency),
    addPurl: (purl, dependency) => keep(normalPackageUrl(purl), dependency),
    direct(ecosystem, name, development = false) {
      const purl = packageUrl(ecosystem, name)
      if (purl && named.size < most) named.set(purl, development && (named.get(purl) ?? true))
    },
    finish() {
      for (const { purl, ...found } of kept.values()) {
        const development = named.get(purl)
        const depth = development !== undefined ? 'direct' : named.size > 0 ? 'transitive' : (found.depth ?? 'unsaid')
        emit.trace({
          kind: 'package',
          name: purl,
          locator: found.locator,
          text: textOf(purl, found.version, depth, development ?? found.development ?? false),
        })
      }
    },
  }

  function keep(purl: string | null, dependency: Dependency): void {
    emit.record()
    if (!purl) {
      emit.ignored('name that is no package')
      return
    }
    const before = kept.get(purl)
    if (!before) {
      if (kept.size >= most) emit.ignored('more packages than a file may have')
      else kept.set(purl, { ...dependency, purl })
      return
    }
    if (dependency.depth === 'direct' && before.depth !== 'direct') before.depth = 'direct'
    if (before.development && !dependency.development) before.development = false
  }
}

function textOf(purl: string, version: string | undefined, depth: Depth, development: boolean): string {
  const shown = version && version.length <= 40 && /^[\w.+~^<>=!*, |-]+$/.test(version) ? ` ${version}` : ''
  const mark = depth === 'transitive' ? transitiveMark : depth === 'direct' ? ' · direct' : ''
  return `${packageType(purl)} · ${packageName(purl)}${shown}${mark}${development ? ' · development' : ''}`
}
