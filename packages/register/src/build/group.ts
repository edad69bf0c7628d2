import type { Finding, FindingKind } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { slugOf } from '../resolve/index.ts'

/** This finding is not that service: a merge undone by hand. */
export interface Apart {
  serviceId: string
  findingId: string
}

export interface Group {
  /** Product id, `vendor:<id>` or `own:<slug>`. */
  id: string
  findings: Finding[]
  /** What shows no service: parties behind it, by somebody's list, and what its supplier said. */
  behind: Finding[]
  /** How many findings only named the vendor and stand here all the same, by why. */
  folded: { only: number; samePayee: number }
}

/** What names the vendor and says that it is paid. */
const bills: ReadonlySet<FindingKind> = new Set(['payment', 'invoice'])

/** Things that nobody gets a bill for: a vendor's bill is never theirs. */
const unpaid = new Set(['library', 'operating-system', 'hardware'])

/**
 * Brings findings about the same thing together. Depends on what there is, never on the order in which it came.
 * @param sorted all findings, by id
 */
export function groupFindings(sorted: readonly Finding[], apart: readonly Apart[], index: KnowledgeIndex): Group[] {
  const parted = new Set(apart.map(({ serviceId, findingId }) => `${serviceId} ${findingId}`))
  const groups = new Map<string, Group>()
  for (const finding of sorted) {
    const id = serviceIdOf(finding)
    if (!standsBehind(finding) && !parted.has(`${id} ${finding.id}`)) groupOf(id).findings.push(finding)
  }
  foldVendors()
  for (const finding of sorted) {
    if (finding.kind === 'sub-processor') standBehind(finding)
    else if (finding.claim) groups.get(finding.claim.serviceId)?.behind.push(finding)
  }
  return [...groups.values()].filter(({ findings }) => findings.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1))

  function groupOf(id: string): Group {
    const known = groups.get(id)
    if (known) return known
    const group: Group = { id, findings: [], behind: [], folded: { only: 0, samePayee: 0 } }
    groups.set(id, group)
    return group
  }

  /** A bill of Microsoft is a bill for Microsoft 365 when nothing else of Microsoft was found. */
  function foldVendors(): void {
    const products = new Map<string, string[]>()
    for (const { id } of groups.values()) {
      const known = index.product(id)
      if (known && !unpaid.has(known.product?.kind ?? ''))
        products.set(known.vendor.id, [...(products.get(known.vendor.id) ?? []), id])
    }
    for (const group of groups.values()) {
      if (!group.id.startsWith('vendor:')) continue
      const ids = products.get(group.id.slice('vendor:'.length)) ?? []
      group.findings = group.findings.filter((finding) => {
        // Chrome on a laptop shows nothing of Google Workspace, nor does a library of Microsoft of GitHub: only bills go.
        if (!bills.has(finding.kind)) return true
        const goes = ids.length === 1 ? ids : ids.filter((id) => isPaidAs(finding, groupOf(id)))
        const [only] = goes
        if (only === undefined || goes.length > 1 || parted.has(`${only} ${finding.id}`)) return true
        const target = groupOf(only)
        target.findings.push(finding)
        target.folded[ids.length === 1 ? 'only' : 'samePayee'] += 1
        return false
      })
    }
    for (const { findings } of groups.values()) findings.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Whether the same payee is paid for that: then a refund of theirs, or a bill that says no more, is for that too. */
  function isPaidAs(finding: Finding, { findings }: Group): boolean {
    return finding.payment !== null && findings.some(({ payment, text }) => payment !== null && text === finding.text)
  }

  function standBehind(finding: Finding): void {
    for (const group of groups.values()) {
      const vendor = index.product(group.id)?.vendor.id ?? group.id.slice('vendor:'.length)
      if (finding.of !== undefined && finding.of !== null && [`vendor:${vendor}`, group.id].includes(finding.of))
        group.behind.push(finding)
    }
  }
}

/** What says something about a service and shows none: parties behind it, and what its supplier said. */
export function standsBehind({ kind, claim }: Finding): boolean {
  return kind === 'sub-processor' || Boolean(claim)
}

export function serviceIdOf({ productId, vendorId, name }: Finding): string {
  return productId ?? (vendorId ? `vendor:${vendorId}` : `own:${slugOf(name)}`)
}
