import type { Feedback, Verdict } from '@nabij/base'
import type { Overview, VerdictRecord, Verdicts } from '../ports.ts'
import type { MemoryOutputs } from './memory-outputs.ts'

export interface MemoryVerdicts extends Verdicts {
  records: VerdictRecord[]
  drops: { at: number; dropped: number }[]
}

const nothing: Overview = {
  hours: [],
  kinds: [],
  feedback: { right: 0, falseAlarms: 0, misses: 0, unjudged: 0 },
  ms: null,
}

export function memoryVerdicts(write: () => Promise<void>, outputs: MemoryOutputs): MemoryVerdicts {
  const records: VerdictRecord[] = []
  const drops: { stationId: string; at: number; dropped: number }[] = []
  const said = new Map<string, Feedback>()

  const verdictAt = (index: number): Verdict | null => {
    const record = records[index]
    if (!record) return null
    const { key: _key, frame, map, thumb: _thumb, outputs: _outputs, alarm: _alarm, ...rest } = record
    const feedback = said.get(record.id) ?? null
    return { ...rest, feedback, seq: index + 1, frameKept: frame !== null, mapKept: map !== null }
  }
  const verdictsOf = (stationId: string): Verdict[] =>
    records.flatMap((record, index) => (record.stationId === stationId ? (verdictAt(index) ?? []) : []))

  function queueFor(record: VerdictRecord, verdict: Verdict): void {
    const createdAt = record.recordedAt
    const body = JSON.stringify({ type: 'verdict', verdict })
    outputs.queue(record.outputs, { id: `verdict-${verdict.id}`, createdAt, body })
    if (!record.alarm) return
    const alarm = JSON.stringify({ type: 'alarm', rule: { id: record.alarm.rule }, verdict })
    outputs.queue(record.alarm.outputs, { id: `alarm-${verdict.id}`, createdAt, body: alarm })
  }

  return {
    records,
    drops,
    async record(record) {
      await write()
      const same = records.findIndex(
        ({ stationId, key }) => key !== null && key === record.key && stationId === record.stationId,
      )
      if (same >= 0) return verdictAt(same) as Verdict
      const verdict = verdictAt(records.push(record) - 1) as Verdict
      queueFor(record, verdict)
      return verdict
    },
    byKey: async (stationId, key) =>
      verdictAt(records.findIndex((record) => record.stationId === stationId && record.key === key)),
    get: async (id) => verdictAt(records.findIndex((record) => record.id === id)),
    async evidence(id) {
      const record = records.find((record) => record.id === id)
      return record ? { frame: record.frame, map: record.map, thumb: record.thumb } : null
    },
    async setFeedback(id, feedback) {
      await write()
      if (feedback) said.set(id, feedback)
      else said.delete(id)
      return verdictAt(records.findIndex((record) => record.id === id)) as Verdict
    },
    overview: async () => nothing,
    list: async ({ stationId, limit, before = Infinity }) =>
      verdictsOf(stationId)
        .filter(({ seq }) => seq < before)
        .reverse()
        .slice(0, limit),
    since: async (seq, limit) => records.flatMap((_, index) => verdictAt(index) ?? []).slice(seq, seq + limit),
    lastSeq: async () => records.length,
    async counts(stationId, from) {
      const today = verdictsOf(stationId).filter((verdict) => verdict.recordedAt >= from)
      const count = (word: string): number => today.filter(({ verdict }) => verdict === word).length
      const dropped = drops
        .filter((drop) => drop.stationId === stationId && drop.at >= from)
        .reduce((sum, drop) => sum + drop.dropped, 0)
      return { pass: count('pass'), fail: count('fail'), unsure: count('unsure'), dropped }
    },
    async addDropped(stationId, at, dropped) {
      await write()
      drops.push({ stationId, at, dropped })
    },
    series: async () => [],
  }
}
