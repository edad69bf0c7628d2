import type { EvidenceRead } from '../../../api/register.ts'

const faulty = new Set(['line without date', 'line without amount', 'line with other columns'])

/** Lines that cannot be read by the columns. */
export function faultsIn(read: EvidenceRead | null): number {
  const ignored = read?.evidence.flatMap((one) => one.ignored) ?? []
  return ignored.reduce((sum, { reason, count }) => sum + (faulty.has(reason) ? count : 0), 0)
}

/** What is wrong with a table as it was read; null when it makes sense. */
export function tableTrouble(read: EvidenceRead | null): 'missing' | 'allFault' | 'allReceived' | null {
  const [table] = read?.tables ?? []
  if (!read || !table) return null
  if (!table.enough) return 'missing'
  const records = read.evidence.reduce((sum, one) => sum + one.records, 0)
  if (records > 0 && faultsIn(read) === records) return 'allFault'
  const received = read.evidence
    .flatMap(({ ignored }) => ignored)
    .reduce((sum, { reason, count }) => sum + (reason === 'money received' ? count : 0), 0)
  return received > 0 && received + faultsIn(read) === records ? 'allReceived' : null
}
