import { type Finding, NabijError } from '@nabij/base'
import type { KnowledgeIndex } from '@nabij/knowledge'
import { isAsked, readEvidence } from '@nabij/register'
import { centsMark, type Label, type LabelledEvidence } from './labelled-evidence.ts'

export interface RegisterBench {
  labels: number
  traps: number
  /** Labelled things that were found, of the right vendor. */
  found: number
  /** Labelled things that became a question: not found, not wrong. */
  asked: number
  /** Findings of the wrong vendor, or about what is none. */
  wrong: number
  /** found ÷ (found + wrong). */
  precision: number
  /** found ÷ labels. */
  recall: number
  /** Traps that became a finding, and those of them called confirmed. */
  trapHits: number
  trapsConfirmed: number
  trapsAsked: number
  /** Each thing that went wrong, to look at. */
  misses: string[]
  faults: string[]
  /** Files that nobody could read. */
  unread: string[]
  /** The same per file. */
  files: { file: string; labels: number; found: number; wrong: number }[]
}

/** Reads the labelled evidence as a user's and compares what was found with what stands in it. */
export async function benchRegister(index: KnowledgeIndex, evidence: LabelledEvidence): Promise<RegisterBench> {
  const found = new Set<Label>()
  const asked = new Set<Label>()
  const hits = new Set<Label>()
  const confirmed = new Set<Label>()
  const faults: string[] = []
  const unread: string[] = []
  const files: RegisterBench['files'] = []
  for (const file of evidence.files) {
    const labels = evidence.labels.filter((label) => label.file === file.name)
    const expected = new Set(labels.flatMap(({ vendors }) => vendors))
    const before = faults.length
    for (const finding of await findingsIn(file)) {
      const label = labelOf(finding, labels)
      const vendor = finding.vendorId ?? 'nobody'
      if (isAsked(finding)) {
        if (label) asked.add(label)
      } else if (!label) {
        // More about something that stands in the file, as a second name server, is right; anything else is not.
        if (![...expected].some((right) => isSame(right, vendor)))
          faults.push(`${file.name}: ${finding.text} → ${vendor} (${finding.why}), unlabelled`)
      } else if (label.vendors.some((right) => isSame(right, vendor))) found.add(label)
      else {
        faults.push(`${file.name}: ${finding.text} → ${vendor} (${finding.why})`)
        if (label.vendors.length === 0) hits.add(label)
        if (label.vendors.length === 0 && finding.confidence === 'confirmed') confirmed.add(label)
      }
    }
    const real = labels.filter(({ vendors }) => vendors.length > 0)
    files.push({
      file: file.name,
      labels: real.length,
      found: real.filter((label) => found.has(label)).length,
      wrong: faults.length - before,
    })
  }

  const real = evidence.labels.filter(({ vendors }) => vendors.length > 0)
  const traps = evidence.labels.filter(({ vendors }) => vendors.length === 0)
  return {
    labels: real.length,
    traps: traps.length,
    found: found.size,
    asked: real.filter((label) => asked.has(label) && !found.has(label)).length,
    wrong: faults.length,
    precision: found.size / Math.max(1, found.size + faults.length),
    recall: found.size / Math.max(1, real.length),
    trapHits: hits.size,
    trapsConfirmed: confirmed.size,
    trapsAsked: traps.filter((label) => asked.has(label)).length,
    misses: real
      .filter((label) => !found.has(label))
      .map(({ file, mark, vendors }) => `${file}: ${mark} (${vendors.join(' or ')})`),
    faults,
    unread,
    files,
  }

  async function findingsIn(file: { name: string; bytes: Uint8Array }): Promise<Finding[]> {
    try {
      return (await readEvidence(file, { index, rules: [] })).flatMap(({ findings }) => findings)
    } catch (error) {
      if (!(error instanceof NabijError)) throw error
      unread.push(`${file.name}: ${error.code}`)
      return []
    }
  }
}

/** The longest mark that the finding shows; a statement's by its amount. */
function labelOf({ payment, text, why, domain, locator }: Finding, labels: readonly Label[]): Label | null {
  const cents = payment && centsMark(payment.amountMinor)
  const shown = `${text} ${why} ${domain ?? ''} ${locator}`.toLowerCase()
  const matching = labels.filter(({ mark }) => mark === cents || shown.includes(mark.toLowerCase()))
  return matching.sort((a, b) => b.mark.length - a.mark.length)[0] ?? null
}

/** Ids differ in their hyphens at most: newrelic, new-relic. */
function isSame(left: string, right: string): boolean {
  return left.replaceAll('-', '') === right.replaceAll('-', '')
}
