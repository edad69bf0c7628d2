import type { Photo, Product } from '@nabij/base'
import type {
  Blobs,
  CorrectionStore,
  JobRow,
  JobStore,
  OutputStore,
  PhotoStore,
  ProductStore,
  RecipeRow,
  RecipeStore,
  StationRow,
  StationStore,
} from '../ports.ts'
import { memoryCorrections } from './memory-corrections.ts'
import { type MemoryOutputs, memoryOutputs } from './memory-outputs.ts'
import { type MemoryVerdicts, memoryVerdicts } from './memory-verdicts.ts'

/** Stores in memory; `failure` is thrown by everything that writes while it is set, `hold` is awaited before. */
export interface MemoryStores {
  failure: Error | null
  hold: Promise<void> | null
  /** What lies at a temporary path, for those who care: the hash of a file follows from it. */
  files: Map<string, string>
  blobs: Blobs & { kept: Map<string, Uint8Array> }
  stations: StationStore
  recipes: RecipeStore
  photos: PhotoStore
  verdicts: MemoryVerdicts
  products: ProductStore
  corrections: CorrectionStore
  jobs: JobStore
  outputs: OutputStore & MemoryOutputs
}

export function memoryStores(): MemoryStores {
  async function write(): Promise<void> {
    await stores.hold
    if (stores.failure) throw stores.failure
  }
  const files = new Map<string, string>()
  const outputs = memoryOutputs(write)
  const photos = new Map<string, Photo>()
  const stores: MemoryStores = {
    failure: null,
    hold: null,
    files,
    blobs: memoryBlobs(write, files),
    stations: memoryStations(write),
    recipes: memoryRecipes(write),
    photos: memoryPhotos(write, photos),
    verdicts: memoryVerdicts(write, outputs),
    products: memoryProducts(write),
    corrections: memoryCorrections(write),
    jobs: memoryJobs(write),
    outputs,
  }
  return stores
}

type Write = () => Promise<void>

function memoryBlobs(write: Write, files: Map<string, string>): MemoryStores['blobs'] {
  const kept = new Map<string, Uint8Array>()
  let made = 0
  return {
    kept,
    async put(bytes) {
      await write()
      const sha256 = `sha of ${new TextDecoder().decode(bytes)}`
      kept.set(sha256, bytes)
      return sha256
    },
    async adopt(path) {
      await write()
      const sha256 = `sha of ${files.get(path) ?? path}`
      kept.set(sha256, new Uint8Array(3))
      return { sha256, bytes: 3 }
    },
    get: async (sha256) => kept.get(sha256) ?? null,
    path: (sha256) => `blobs/${sha256}`,
    temporary: () => `tmp/${++made}`,
  }
}

function memoryStations(write: Write): StationStore {
  const stations = new Map<string, StationRow>()
  return {
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
  }
}

function memoryRecipes(write: Write): RecipeStore {
  const recipes: RecipeRow[] = []
  /** By station and product. */
  const active = new Map<string, string>()
  const placeOf = (row: Pick<RecipeRow, 'stationId' | 'productId'>): string => `${row.stationId} ${row.productId}`
  return {
    list: async (stationId) => recipes.filter((row) => row.stationId === stationId),
    get: async (id) => recipes.find((row) => row.id === id) ?? null,
    async insert(row, isActive = true) {
      await write()
      const stored = { ...row, version: recipes.filter(({ stationId }) => stationId === row.stationId).length + 1 }
      recipes.push(stored)
      if (isActive) active.set(placeOf(row), row.id)
      return stored
    },
    active: async (stationId) =>
      recipes.filter((row) => row.stationId === stationId && active.get(placeOf(row)) === row.id),
    async activate(_stationId, recipeId) {
      await write()
      const row = recipes.find(({ id }) => id === recipeId)
      if (row) active.set(placeOf(row), recipeId)
    },
  }
}

function memoryPhotos(write: Write, photos: Map<string, Photo>): PhotoStore {
  const brought = new Map<string, Pick<Photo, 'label' | 'kind' | 'leftOut'>>()
  return {
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
    async update(id, change) {
      await write()
      const photo = photos.get(id)
      const { belongs: _, ...said } = change
      if (Object.keys(said).length > 0) brought.delete(id)
      if (photo) photos.set(id, { ...photo, ...change })
    },
    async say(id, { label, kind }) {
      await write()
      const photo = photos.get(id)
      if (!photo) return
      if (photo.verdictId === null && !brought.has(id)) brought.set(id, photo)
      photos.set(id, { ...photo, label, kind, leftOut: false })
    },
    async unsay(id) {
      await write()
      const photo = photos.get(id)
      if (!photo) return
      const { label, kind, leftOut } = brought.get(id) ?? {
        ...photo,
        leftOut: photo.leftOut || photo.verdictId !== null,
      }
      photos.set(id, { ...photo, label, kind, leftOut })
      brought.delete(id)
    },
    async remove(id) {
      await write()
      photos.delete(id)
    },
  }
}

function memoryProducts(write: Write): ProductStore {
  const products = new Map<string, Product & { stationId: string }>()
  return {
    list: async (stationId) =>
      [...products.values()]
        .filter((product) => product.stationId === stationId)
        .map(({ stationId: _station, ...product }) => product),
    async insert(stationId, product) {
      await write()
      products.set(product.id, { ...product, stationId })
    },
    async update(id, change) {
      await write()
      const product = products.get(id)
      if (product) products.set(id, { ...product, ...change })
    },
    async remove(id) {
      await write()
      products.delete(id)
    },
  }
}

function memoryJobs(write: Write): JobStore {
  const jobs = new Map<string, JobRow>()
  return {
    list: async () => [...jobs.values()],
    async insert(row) {
      await write()
      jobs.set(row.id, row)
    },
    async remove(id) {
      await write()
      jobs.delete(id)
    },
  }
}
