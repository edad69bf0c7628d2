import type { Photo, Verdict } from '@nabij/base'
import type {
  Blobs,
  PhotoStore,
  RecipeRow,
  RecipeStore,
  StationRow,
  StationStore,
  VerdictRecord,
  Verdicts,
} from '../ports.ts'

/** Stores in memory; `failure` is thrown by everything that writes while it is set, `hold` is awaited before. */
export interface MemoryStores {
  failure: Error | null
  hold: Promise<void> | null
  blobs: Blobs & { kept: Map<string, Uint8Array> }
  stations: StationStore
  recipes: RecipeStore
  photos: PhotoStore
  verdicts: Verdicts & { records: VerdictRecord[]; drops: { at: number; dropped: number }[] }
}

export function memoryStores(): MemoryStores {
  const stations = new Map<string, StationRow>()
  const recipes: RecipeRow[] = []
  const active = new Map<string, string>()
  const photos = new Map<string, Photo>()
  const records: VerdictRecord[] = []
  const drops: { stationId: string; at: number; dropped: number }[] = []
  const kept = new Map<string, Uint8Array>()
  let files = 0

  async function write(): Promise<void> {
    await stores.hold
    if (stores.failure) throw stores.failure
  }

  const verdictAt = (index: number): Verdict | null => {
    const record = records[index]
    if (!record) return null
    const { key: _key, frame, map, ...rest } = record
    return { ...rest, seq: index + 1, frameKept: frame !== null, mapKept: map !== null }
  }
  const verdictsOf = (stationId: string): Verdict[] =>
    records.map((_, index) => verdictAt(index)).filter((verdict) => verdict?.stationId === stationId) as Verdict[]

  const stores: MemoryStores = {
    failure: null,
    hold: null,
    blobs: {
      kept,
      async put(bytes) {
        await write()
        const sha256 = `sha of ${new TextDecoder().decode(bytes)}`
        kept.set(sha256, bytes)
        return sha256
      },
      async adopt(path) {
        await write()
        kept.set(`sha of ${path}`, new Uint8Array(3))
        return { sha256: `sha of ${path}`, bytes: 3 }
      },
      get: async (sha256) => kept.get(sha256) ?? null,
      path: (sha256) => `blobs/${sha256}`,
      temporary: () => `tmp/${++files}`,
    },
    stations: {
      list: async () => [...stations.values()],
      get: async (id) => stations.get(id) ?? null,
      async insert(row) {
        await write()
        stations.set(row.id, row)
      },
      async update(id, change) {
        await write()
        const row = stations.get(id)
        if (row) stations.set(id, { ...row, ...change })
      },
      async remove(id) {
        await write()
        stations.delete(id)
      },
    },
    recipes: {
      list: async (stationId) => recipes.filter((row) => row.stationId === stationId),
      get: async (id) => recipes.find((row) => row.id === id) ?? null,
      async insert(row) {
        await write()
        const stored = { ...row, version: recipes.filter(({ stationId }) => stationId === row.stationId).length + 1 }
        recipes.push(stored)
        active.set(row.stationId, row.id)
        return stored
      },
      active: async (stationId) => recipes.find((row) => row.id === active.get(stationId)) ?? null,
      async activate(stationId, recipeId) {
        await write()
        active.set(stationId, recipeId)
      },
    },
    photos: {
      list: async (stationId) => [...photos.values()].filter((photo) => photo.stationId === stationId),
      get: async (id) => photos.get(id) ?? null,
      async insert(photo) {
        await write()
        const same = [...photos.values()].find(
          ({ stationId, sha256 }) => stationId === photo.stationId && sha256 === photo.sha256,
        )
        if (!same) photos.set(photo.id, photo)
        return same ?? photo
      },
      async remove(id) {
        await write()
        photos.delete(id)
      },
    },
    verdicts: {
      records,
      drops,
      async record(record) {
        await write()
        const same = records.findIndex(
          ({ stationId, key }) => key !== null && key === record.key && stationId === record.stationId,
        )
        const index = same >= 0 ? same : records.push(record) - 1
        return verdictAt(index) as Verdict
      },
      byKey: async (stationId, key) =>
        verdictAt(records.findIndex((record) => record.stationId === stationId && record.key === key)),
      get: async (id) => verdictAt(records.findIndex((record) => record.id === id)),
      async evidence(id) {
        const record = records.find((record) => record.id === id)
        return record ? { frame: record.frame, map: record.map } : null
      },
      list: async ({ stationId, limit }) => verdictsOf(stationId).reverse().slice(0, limit),
      since: async (seq, limit) => records.map((_, index) => verdictAt(index) as Verdict).slice(seq, seq + limit),
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
    },
  }
  return stores
}
