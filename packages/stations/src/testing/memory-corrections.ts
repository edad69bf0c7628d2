import type { Correction } from '@nabij/base'
import type { CorrectionStore } from '../ports.ts'

export function memoryCorrections(write: () => Promise<void>): CorrectionStore {
  const corrections: Correction[] = []
  return {
    list: async (stationId) => corrections.filter((correction) => correction.stationId === stationId).reverse(),
    get: async (id) => corrections.find((correction) => correction.id === id) ?? null,
    async insert(correction) {
      await write()
      corrections.push(correction)
    },
    async update(id, change) {
      await write()
      const index = corrections.findIndex((correction) => correction.id === id)
      const found = corrections[index]
      if (found) corrections[index] = { ...found, ...change }
    },
  }
}
