import type { OutputMessage, OutputRow, OutputStore } from '../ports.ts'

/** The disk queue in memory. */
export interface MemoryOutputs {
  queue(outputIds: string[], message: Omit<OutputMessage, 'seq'>): void
  waiting(outputId: string): OutputMessage[]
}

export function memoryOutputs(write: () => Promise<void>): OutputStore & MemoryOutputs {
  const outputs = new Map<string, OutputRow>()
  const messages = new Map<string, OutputMessage[]>()
  let seq = 0
  const waiting = (id: string): OutputMessage[] => messages.get(id) ?? []

  function change(id: string, fields: Partial<OutputRow>): void {
    const row = outputs.get(id)
    if (row) outputs.set(id, { ...row, ...fields })
  }

  return {
    queue(outputIds, message) {
      for (const id of outputIds)
        if (outputs.has(id) && !waiting(id).some((other) => other.id === message.id))
          messages.set(id, [...waiting(id), { ...message, seq: ++seq }])
    },
    waiting,
    list: async (stationId) =>
      [...outputs.values()]
        .filter((row) => row.stationId === stationId)
        .map((row) => ({
          ...row,
          waiting: waiting(row.id).length,
          waitingSince: waiting(row.id)[0]?.createdAt ?? null,
        })),
    all: async () => [...outputs.values()],
    async insert(row) {
      await write()
      outputs.set(row.id, row)
    },
    async update(id, config) {
      await write()
      change(id, { config })
    },
    async remove(id) {
      await write()
      outputs.delete(id)
      messages.delete(id)
    },
    next: async (id) => waiting(id)[0] ?? null,
    async sent(id, sentSeq, at) {
      await write()
      messages.set(
        id,
        waiting(id).filter((message) => message.seq !== sentSeq),
      )
      change(id, { lastSentAt: at, problem: null })
    },
    async failed(id, problem) {
      await write()
      change(id, { problem })
    },
  }
}
